package demo.logged;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.client.Caller;
import io.heddle.kit.client.Endpoint;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.logged.MethodLog;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Calls account over HTTP as AccountApi says.
 */
@Generated("io.heddle.processor")
public final class AccountApiClient implements AccountApi {
    private static final Endpoint OPEN = Endpoint.of("account", "AccountApi.open", "POST /accounts", false);

    private static final JsonType<AccountApi.Account> OPEN_BODY = new JsonType<AccountApi.Account>() {};

    private static final JsonType<AccountApi.Account> OPEN_RESULT = new JsonType<AccountApi.Account>() {};

    private static final MethodLog OPEN_LOG = MethodLog.of("AccountApi.open", "client")
            .with("type", "account")
            .with("category", "write")
            .with("detail", "opened by hand")
            .with("description", "Opens an account")
            .at(org.slf4j.event.Level.WARN)
            .untraced();

    private static final Endpoint ACCOUNT = Endpoint.of("account", "AccountApi.account", "GET /accounts/{id}", true);

    private static final JsonType<AccountApi.Account> ACCOUNT_RESULT = new JsonType<AccountApi.Account>() {};

    private static final MethodLog ACCOUNT_LOG = MethodLog.of("AccountApi.account", "client");

    private static final Endpoint FIND = Endpoint.of("account", "AccountApi.find", "GET /accounts", true);

    private static final JsonType<List<String>> FIND_RESULT = new JsonType<List<String>>() {};

    private static final MethodLog FIND_LOG = MethodLog.of("AccountApi.find", "client")
            .with("type", "search");

    private static final Endpoint PHOTO = Endpoint.of("account", "AccountApi.photo", "POST /photo", false);

    private static final MethodLog PHOTO_LOG = MethodLog.of("AccountApi.photo", "client");

    private static final Endpoint QUIET = Endpoint.of("account", "AccountApi.quiet", "GET /quiet", true);

    private static final JsonType<String> QUIET_RESULT = new JsonType<String>() {};

    private final Caller caller;

    public AccountApiClient(Caller caller) {
        this.caller = caller;
    }

    @Override
    public AccountApi.Account open(AccountApi.Account account, String authorization,
            String branch) {
        return OPEN_LOG.call(line -> AccountApiArguments.open(line, account, authorization, branch), () -> {
            return caller.call(OPEN)
                    .path("/accounts")
                    .json(OPEN_BODY, account)
                    .header("Authorization", authorization)
                    .header("Branch", branch)
                    .value(OPEN_RESULT);
        });
    }

    @Override
    public Optional<AccountApi.Account> account(long id, Optional<AccountApi.Level> level,
            int out) {
        return ACCOUNT_LOG.call(line -> AccountApiArguments.account(line, id, level, out), () -> {
            try {
                return caller.call(ACCOUNT)
                        .path("/accounts/")
                        .segment("id", id)
                        .query("level", level)
                        .query("out", out)
                        .optional(ACCOUNT_RESULT);
            } catch (ServiceException failure) {
                return switch (failure.status()) {
                    case UNAVAILABLE, GATEWAY_TIMEOUT, BAD_GATEWAY -> none(id, level, out);
                    default -> throw failure;
                };
            }
        });
    }

    @Override
    public List<String> find(AccountApi.Search search) {
        return FIND_LOG.call(line -> AccountApiArguments.find(line, search), () -> {
            return caller.call(FIND)
                    .path("/accounts")
                    .query("text", search.text())
                    .query("hint", search.hint())
                    .value(FIND_RESULT);
        });
    }

    @Override
    public void photo(InputStream photo) {
        PHOTO_LOG.run(line -> AccountApiArguments.photo(line, photo), () -> {
            caller.call(PHOTO)
                    .path("/photo")
                    .stream(photo)
                    .done();
        });
    }

    @Override
    public String quiet(String text) {
        return caller.call(QUIET)
                .path("/quiet")
                .query("text", text)
                .value(QUIET_RESULT);
    }
}
