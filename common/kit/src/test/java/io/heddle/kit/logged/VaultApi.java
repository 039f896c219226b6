package io.heddle.kit.logged;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Header;
import io.heddle.contract.bind.Secret;
import io.heddle.contract.log.Logged;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps secrets, and logs who asks.
@HttpApi("vault")
public interface VaultApi {
    /// Opens an account.
    @Post("/accounts")
    @Logged(type = "account", category = "write", detail = "by hand", description = "Opens an account")
    String open(Account account, @Header String authorization);

    /// Answers with the failure that it is told.
    @Get("/fail")
    @Logged(level = Logged.Level.WARN, tracing = false)
    void fail(String how);

    /// Is never worth a line at the usual level.
    @Get("/quiet")
    @Logged(level = Logged.Level.DEBUG)
    String quiet(String text);

    record Account(
            String name,
            String password,
            @Secret String birthName,
            Map<String, String> settings,
            List<Account> members,
            Optional<String> remark) {}
}
