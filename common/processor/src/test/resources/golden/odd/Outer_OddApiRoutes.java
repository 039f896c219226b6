import io.heddle.kit.json.JsonType;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Fields;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Serves OddApi over HTTP.
 */
@Generated("io.heddle.processor")
final class Outer_OddApiRoutes implements Routes {
    private static final JsonType<Outer.OddApi.Endpoint> NAMES_BODY = new JsonType<Outer.OddApi.Endpoint>() {};

    private static final JsonType<List<Outer.Scalar>> NAMES_RESULT = new JsonType<List<Outer.Scalar>>() {};

    private static final JsonType<Outer.OddApi.Scalar> SCALAR_RESULT = new JsonType<Outer.OddApi.Scalar>() {};

    private static final JsonType<Outer.OddApi.Scalar> BODY_BODY = new JsonType<Outer.OddApi.Scalar>() {};

    private static final JsonType<String> CONSTANT_RESULT2 = new JsonType<String>() {};

    private static final JsonType<Integer> ADD_TO_RESULT = new JsonType<Integer>() {};

    private static final JsonType<Integer> CALLS_RESULT = new JsonType<Integer>() {};

    private static final JsonType<Integer> ON_CALLS_RESULT = new JsonType<Integer>() {};

    private static final io.heddle.contract.text.Scalar<Long> BOUNDS_ID = io.heddle.contract.text.Scalar.LONG.within(1L, Long.MAX_VALUE);

    private static final io.heddle.contract.text.Scalar<Integer> BOUNDS_LIMIT = io.heddle.contract.text.Scalar.INT.within(1L, 100L);

    private static final io.heddle.contract.text.Scalar<Short> BOUNDS_DIGITS = io.heddle.contract.text.Scalar.SHORT.within(Long.MIN_VALUE, 9L);

    private static final JsonType<Integer> BOUNDS_RESULT = new JsonType<Integer>() {};

    private static final JsonType<Integer> LEAVING_RESULT = new JsonType<Integer>() {};

    private static final JsonType<String> CLASH_RESULT = new JsonType<String>() {};

    private static final JsonType<Integer> THIRTY_RESULT = new JsonType<Integer>() {};

    private final Outer.OddApi api2;

    public Outer_OddApiRoutes(Outer.OddApi api2) {
        this.api2 = api2;
    }

    @Override
    public void addTo(Router router) {
        router.add("POST", "/names", "OddApi.names", this::names);
        router.add("GET", "/scalar/{scalar}", "OddApi.scalar", this::scalar);
        router.add("POST", "/body", "OddApi.body", this::body);
        router.add("GET", "/constant", "OddApi.constant", this::constant);
        router.add("GET", "/add-to", "OddApi.addTo", this::addTo);
        router.add("GET", "/calls", "OddApi.calls", this::calls);
        router.add("GET", "/on-calls", "OddApi.onCalls", this::onCalls);
        router.add("GET", "/bounds/{id}", "OddApi.bounds", this::bounds);
        router.add("GET", "/leaving", "OddApi.leaving", this::leaving);
        router.add("GET", "/clash/{caller}/{call}/{exchange}/{api}", "OddApi.clash", this::clash);
        router.add("GET", "/thirty", "OddApi.thirty", this::thirty);
    }

    private void names(Exchange exchange2) {
        Outer.OddApi.Endpoint endpoint = exchange2.body(NAMES_BODY);
        Optional<String> optional = exchange2.query().optional("it", io.heddle.contract.text.Scalar.STRING);
        exchange2.value(NAMES_RESULT, api2.names(endpoint, optional));
    }

    private void scalar(Exchange exchange2) {
        int scalar = exchange2.path().one("scalar", io.heddle.contract.text.Scalar.INT);
        exchange2.value(SCALAR_RESULT, api2.scalar(scalar));
    }

    private void body(Exchange exchange2) {
        Optional<Outer.OddApi.Scalar> body = exchange2.optionalBody(BODY_BODY);
        Optional<String> failure = exchange2.query().optional("failure", io.heddle.contract.text.Scalar.STRING);
        api2.body(body, failure);
        exchange2.done();
    }

    private void constant(Exchange exchange2) {
        Fields query = exchange2.query();
        String CONSTANT = query.one("constant", io.heddle.contract.text.Scalar.STRING);
        String CONSTANT_RESULT = query.one("constant_result", io.heddle.contract.text.Scalar.STRING);
        exchange2.value(CONSTANT_RESULT2, api2.constant(CONSTANT, CONSTANT_RESULT));
    }

    private void addTo(Exchange exchange2) {
        int answer = exchange2.query().one("answer", io.heddle.contract.text.Scalar.INT);
        exchange2.value(ADD_TO_RESULT, api2.addTo(answer));
    }

    private void calls(Exchange exchange2) {
        int calls = exchange2.query().one("calls", io.heddle.contract.text.Scalar.INT);
        exchange2.value(CALLS_RESULT, api2.calls(calls));
    }

    private void onCalls(Exchange exchange2) {
        Fields query = exchange2.query();
        int onCalls = query.one("on_calls", io.heddle.contract.text.Scalar.INT);
        int answer = query.one("answer", io.heddle.contract.text.Scalar.INT);
        exchange2.value(ON_CALLS_RESULT, api2.onCalls(onCalls, answer));
    }

    private void bounds(Exchange exchange2) {
        Fields query = exchange2.query();
        long id = exchange2.path().one("id", BOUNDS_ID);
        int limit = query.or("limit", BOUNDS_LIMIT, 20);
        Optional<Integer> unbounded = query.optional("unbounded", io.heddle.contract.text.Scalar.INT);
        List<Short> digits = query.list("digits", BOUNDS_DIGITS);
        exchange2.value(BOUNDS_RESULT, api2.bounds(id, limit, unbounded, digits));
    }

    @Deprecated
    @SuppressWarnings("removal")
    private void leaving(Exchange exchange2) {
        exchange2.value(LEAVING_RESULT, api2.leaving());
    }

    private void clash(Exchange exchange2) {
        Fields path = exchange2.path();
        Fields query = exchange2.query();
        String caller = path.one("caller", io.heddle.contract.text.Scalar.STRING);
        String call = path.one("call", io.heddle.contract.text.Scalar.STRING);
        String exchange = path.one("exchange", io.heddle.contract.text.Scalar.STRING);
        String api = path.one("api", io.heddle.contract.text.Scalar.STRING);
        Outer.OddApi.Clash rest = new Outer.OddApi.Clash(
                query.or("router", io.heddle.contract.text.Scalar.INT, 1),
                query.or("answer", io.heddle.contract.text.Scalar.INT, 2),
                query.or("failure", io.heddle.contract.text.Scalar.INT, 3),
                query.or("body", io.heddle.contract.text.Scalar.INT, 4));
        exchange2.value(CLASH_RESULT, api2.clash(caller, call, exchange, api, rest));
    }

    private void thirty(Exchange exchange2) {
        Fields query = exchange2.query();
        int a0 = query.one("a0", io.heddle.contract.text.Scalar.INT);
        int a1 = query.one("a1", io.heddle.contract.text.Scalar.INT);
        int a2 = query.one("a2", io.heddle.contract.text.Scalar.INT);
        int a3 = query.one("a3", io.heddle.contract.text.Scalar.INT);
        int a4 = query.one("a4", io.heddle.contract.text.Scalar.INT);
        int a5 = query.one("a5", io.heddle.contract.text.Scalar.INT);
        int a6 = query.one("a6", io.heddle.contract.text.Scalar.INT);
        int a7 = query.one("a7", io.heddle.contract.text.Scalar.INT);
        int a8 = query.one("a8", io.heddle.contract.text.Scalar.INT);
        int a9 = query.one("a9", io.heddle.contract.text.Scalar.INT);
        int b0 = query.one("b0", io.heddle.contract.text.Scalar.INT);
        int b1 = query.one("b1", io.heddle.contract.text.Scalar.INT);
        int b2 = query.one("b2", io.heddle.contract.text.Scalar.INT);
        int b3 = query.one("b3", io.heddle.contract.text.Scalar.INT);
        int b4 = query.one("b4", io.heddle.contract.text.Scalar.INT);
        int b5 = query.one("b5", io.heddle.contract.text.Scalar.INT);
        int b6 = query.one("b6", io.heddle.contract.text.Scalar.INT);
        int b7 = query.one("b7", io.heddle.contract.text.Scalar.INT);
        int b8 = query.one("b8", io.heddle.contract.text.Scalar.INT);
        int b9 = query.one("b9", io.heddle.contract.text.Scalar.INT);
        int c0 = query.one("c0", io.heddle.contract.text.Scalar.INT);
        int c1 = query.one("c1", io.heddle.contract.text.Scalar.INT);
        int c2 = query.one("c2", io.heddle.contract.text.Scalar.INT);
        int c3 = query.one("c3", io.heddle.contract.text.Scalar.INT);
        int c4 = query.one("c4", io.heddle.contract.text.Scalar.INT);
        int c5 = query.one("c5", io.heddle.contract.text.Scalar.INT);
        int c6 = query.one("c6", io.heddle.contract.text.Scalar.INT);
        int c7 = query.one("c7", io.heddle.contract.text.Scalar.INT);
        int c8 = query.one("c8", io.heddle.contract.text.Scalar.INT);
        int c9 = query.one("c9", io.heddle.contract.text.Scalar.INT);
        exchange2.value(THIRTY_RESULT, api2.thirty(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9));
    }
}
