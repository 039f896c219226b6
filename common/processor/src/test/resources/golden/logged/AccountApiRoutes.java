package demo.logged;

import io.heddle.contract.text.Scalar;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.logged.MethodLog;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Fields;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Serves AccountApi over HTTP.
 */
@Generated("io.heddle.processor")
public final class AccountApiRoutes implements Routes {
    private static final JsonType<AccountApi.Account> OPEN_BODY = new JsonType<AccountApi.Account>() {};

    private static final MethodLog OPEN_LOG = MethodLog.of("AccountApi.open", "server")
            .with("type", "account")
            .with("category", "write")
            .with("detail", "opened by hand")
            .with("description", "Opens an account")
            .at(org.slf4j.event.Level.WARN)
            .untraced();

    private static final JsonType<AccountApi.Account> OPEN_RESULT = new JsonType<AccountApi.Account>() {};

    private static final Scalar<AccountApi.Level> LEVEL = Scalar.ofEnum(AccountApi.Level.class);

    private static final MethodLog ACCOUNT_LOG = MethodLog.of("AccountApi.account", "server");

    private static final JsonType<AccountApi.Account> ACCOUNT_RESULT = new JsonType<AccountApi.Account>() {};

    private static final MethodLog FIND_LOG = MethodLog.of("AccountApi.find", "server")
            .with("type", "search");

    private static final JsonType<List<String>> FIND_RESULT = new JsonType<List<String>>() {};

    private static final MethodLog PHOTO_LOG = MethodLog.of("AccountApi.photo", "server");

    private static final JsonType<String> QUIET_RESULT = new JsonType<String>() {};

    private final AccountApi api;

    public AccountApiRoutes(AccountApi api) {
        this.api = api;
    }

    @Override
    public void addTo(Router router) {
        router.add("POST", "/accounts", "AccountApi.open", this::open);
        router.add("GET", "/accounts/{id}", "AccountApi.account", this::account);
        router.add("GET", "/accounts", "AccountApi.find", this::find);
        router.add("POST", "/photo", "AccountApi.photo", this::photo);
        router.add("GET", "/quiet", "AccountApi.quiet", this::quiet);
    }

    private void open(Exchange exchange) {
        Fields headers = exchange.headers();
        AccountApi.Account account = exchange.body(OPEN_BODY);
        String authorization = headers.one("Authorization", Scalar.STRING);
        String branch = headers.one("Branch", Scalar.STRING);
        exchange.value(OPEN_RESULT, OPEN_LOG.call(line -> AccountApiArguments.open(line, account, authorization, branch),
                () -> api.open(account, authorization, branch)));
    }

    private void account(Exchange exchange) {
        Fields query = exchange.query();
        long id = exchange.path().one("id", Scalar.LONG);
        Optional<AccountApi.Level> level = query.optional("level", LEVEL);
        int out = query.one("out", Scalar.INT);
        exchange.optional(ACCOUNT_RESULT, ACCOUNT_LOG.call(line -> AccountApiArguments.account(line, id, level, out),
                () -> api.account(id, level, out)));
    }

    private void find(Exchange exchange) {
        Fields query = exchange.query();
        AccountApi.Search search = new AccountApi.Search(
                query.one("text", Scalar.STRING),
                query.optional("hint", Scalar.STRING));
        exchange.value(FIND_RESULT, FIND_LOG.call(line -> AccountApiArguments.find(line, search),
                () -> api.find(search)));
    }

    private void photo(Exchange exchange) {
        InputStream photo = exchange.stream();
        PHOTO_LOG.run(line -> AccountApiArguments.photo(line, photo),
                () -> api.photo(photo));
        exchange.done();
    }

    private void quiet(Exchange exchange) {
        String text = exchange.query().one("text", Scalar.STRING);
        exchange.value(QUIET_RESULT, api.quiet(text));
    }
}
