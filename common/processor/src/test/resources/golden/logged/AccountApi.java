package demo.logged;

import com.fasterxml.jackson.annotation.JsonValue;
import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Header;
import io.heddle.contract.bind.Secret;
import io.heddle.contract.call.Fallback;
import io.heddle.contract.log.Logged;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Accounts, whose calls are logged.
@HttpApi("account")
public interface AccountApi {
    enum Level {
        LOW,
        HIGH
    }

    record Iban(@JsonValue String text) {}

    record Pin(@JsonValue String password) {}

    record Owner(String name, @Secret String birthName, String password, Optional<Owner> partner) {}

    record Account(List<Owner> owners, Map<String, String> settings, Iban iban, Pin pin, Object more, Level level) {}

    record Search(String text, @Secret Optional<String> hint) {}

    @Post("/accounts")
    @Logged(
            type = "account",
            category = "write",
            detail = "opened by hand",
            description = "Opens an account",
            level = Logged.Level.WARN,
            tracing = false)
    Account open(Account account, @Header String authorization, @Secret @Header String branch);

    @Get("/accounts/{id}")
    @Logged
    @Fallback("none")
    Optional<Account> account(long id, Optional<Level> level, int out);

    default Optional<Account> none(long id, Optional<Level> level, int out) {
        return Optional.empty();
    }

    @Get("/accounts")
    @Logged(type = "search")
    List<String> find(Search search);

    @Post("/photo")
    @Logged
    void photo(InputStream photo);

    @Get("/quiet")
    String quiet(String text);
}
