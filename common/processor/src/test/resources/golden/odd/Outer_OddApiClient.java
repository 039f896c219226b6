import io.heddle.contract.error.ServiceException;
import io.heddle.kit.client.Call;
import io.heddle.kit.client.Caller;
import io.heddle.kit.json.JsonType;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Calls odd over HTTP as OddApi says.
 */
@Generated("io.heddle.processor")
final class Outer_OddApiClient implements Outer.OddApi {
    private static final io.heddle.kit.client.Endpoint NAMES = io.heddle.kit.client.Endpoint.of("odd", "OddApi.names", "POST /names", false);

    private static final JsonType<Outer.OddApi.Endpoint> NAMES_BODY = new JsonType<Outer.OddApi.Endpoint>() {};

    private static final JsonType<List<Outer.Scalar>> NAMES_RESULT = new JsonType<List<Outer.Scalar>>() {};

    private static final io.heddle.kit.client.Endpoint SCALAR = io.heddle.kit.client.Endpoint.of("odd", "OddApi.scalar", "GET /scalar/{scalar}", true);

    private static final JsonType<Outer.OddApi.Scalar> SCALAR_RESULT = new JsonType<Outer.OddApi.Scalar>() {};

    private static final io.heddle.kit.client.Endpoint BODY = io.heddle.kit.client.Endpoint.of("odd", "OddApi.body", "POST /body", false);

    private static final JsonType<Outer.OddApi.Scalar> BODY_BODY = new JsonType<Outer.OddApi.Scalar>() {};

    private static final io.heddle.kit.client.Endpoint CONSTANT2 = io.heddle.kit.client.Endpoint.of("odd", "OddApi.constant", "GET /constant", true);

    private static final JsonType<String> CONSTANT_RESULT2 = new JsonType<String>() {};

    private static final io.heddle.kit.client.Endpoint ADD_TO = io.heddle.kit.client.Endpoint.of("odd", "OddApi.addTo", "GET /add-to", true);

    private static final JsonType<Integer> ADD_TO_RESULT = new JsonType<Integer>() {};

    private static final io.heddle.kit.client.Endpoint CALLS = io.heddle.kit.client.Endpoint.of("odd", "OddApi.calls", "GET /calls", true);

    private static final JsonType<Integer> CALLS_RESULT = new JsonType<Integer>() {};

    private static final io.heddle.kit.client.Endpoint ON_CALLS = io.heddle.kit.client.Endpoint.of("odd", "OddApi.onCalls", "GET /on-calls", true);

    private static final JsonType<Integer> ON_CALLS_RESULT = new JsonType<Integer>() {};

    private static final io.heddle.kit.client.Endpoint BOUNDS = io.heddle.kit.client.Endpoint.of("odd", "OddApi.bounds", "GET /bounds/{id}", true);

    private static final JsonType<Integer> BOUNDS_RESULT = new JsonType<Integer>() {};

    private static final io.heddle.kit.client.Endpoint LEAVING = io.heddle.kit.client.Endpoint.of("odd", "OddApi.leaving", "GET /leaving", true);

    private static final JsonType<Integer> LEAVING_RESULT = new JsonType<Integer>() {};

    private static final io.heddle.kit.client.Endpoint CLASH = io.heddle.kit.client.Endpoint.of("odd", "OddApi.clash", "GET /clash/{caller}/{call}/{exchange}/{api}", true);

    private static final JsonType<String> CLASH_RESULT = new JsonType<String>() {};

    private static final io.heddle.kit.client.Endpoint THIRTY = io.heddle.kit.client.Endpoint.of("odd", "OddApi.thirty", "GET /thirty", true);

    private static final JsonType<Integer> THIRTY_RESULT = new JsonType<Integer>() {};

    private final Caller caller2;

    public Outer_OddApiClient(Caller caller2) {
        this.caller2 = caller2;
    }

    @Override
    public List<Outer.Scalar> names(Outer.OddApi.Endpoint endpoint, Optional<String> optional) {
        return caller2.call(NAMES)
                .path("/names")
                .json(NAMES_BODY, endpoint)
                .query("it", optional)
                .value(NAMES_RESULT);
    }

    @Override
    public Outer.OddApi.Scalar scalar(int scalar) {
        return caller2.call(SCALAR)
                .path("/scalar/")
                .segment("scalar", scalar)
                .value(SCALAR_RESULT);
    }

    @Override
    public void body(Optional<Outer.OddApi.Scalar> body, Optional<String> failure) {
        try {
            Call call2 = caller2.call(BODY)
                    .path("/body")
                    .query("failure", failure);
            body.ifPresent(body2 -> call2.json(BODY_BODY, body2));
            call2.done();
        } catch (ServiceException failure2) {
             switch (failure2.status()) {
                case UNAVAILABLE, GATEWAY_TIMEOUT, BAD_GATEWAY -> failure(body, failure);
                default -> throw failure2;
            }
        }
    }

    @Override
    public String constant(String CONSTANT, String CONSTANT_RESULT) {
        return caller2.call(CONSTANT2)
                .path("/constant")
                .query("constant", CONSTANT)
                .query("constant_result", CONSTANT_RESULT)
                .value(CONSTANT_RESULT2);
    }

    @Override
    public int addTo(int answer) {
        return caller2.call(ADD_TO)
                .path("/add-to")
                .query("answer", answer)
                .value(ADD_TO_RESULT);
    }

    @Override
    public int calls(int calls) {
        return caller2.call(CALLS)
                .path("/calls")
                .query("calls", calls)
                .value(CALLS_RESULT);
    }

    @Override
    public int onCalls(int onCalls, int answer) {
        return caller2.call(ON_CALLS)
                .path("/on-calls")
                .query("on_calls", onCalls)
                .query("answer", answer)
                .value(ON_CALLS_RESULT);
    }

    @Override
    public int bounds(long id, int limit, Optional<Integer> unbounded, List<Short> digits) {
        return caller2.call(BOUNDS)
                .path("/bounds/")
                .segment("id", id)
                .query("limit", limit)
                .query("unbounded", unbounded)
                .query("digits", digits)
                .value(BOUNDS_RESULT);
    }

    @Override
    @Deprecated
    @SuppressWarnings("removal")
    public int leaving() {
        return caller2.call(LEAVING)
                .path("/leaving")
                .value(LEAVING_RESULT);
    }

    @Override
    public String clash(String caller, String call, String exchange, String api,
            Outer.OddApi.Clash rest) {
        return caller2.call(CLASH)
                .path("/clash/")
                .segment("caller", caller)
                .path("/")
                .segment("call", call)
                .path("/")
                .segment("exchange", exchange)
                .path("/")
                .segment("api", api)
                .query("router", rest.router())
                .query("answer", rest.answer())
                .query("failure", rest.failure())
                .query("body", rest.body())
                .value(CLASH_RESULT);
    }

    @Override
    public int thirty(int a0, int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8,
            int a9, int b0, int b1, int b2, int b3, int b4, int b5, int b6, int b7, int b8, int b9,
            int c0, int c1, int c2, int c3, int c4, int c5, int c6, int c7, int c8, int c9) {
        return caller2.call(THIRTY)
                .path("/thirty")
                .query("a0", a0)
                .query("a1", a1)
                .query("a2", a2)
                .query("a3", a3)
                .query("a4", a4)
                .query("a5", a5)
                .query("a6", a6)
                .query("a7", a7)
                .query("a8", a8)
                .query("a9", a9)
                .query("b0", b0)
                .query("b1", b1)
                .query("b2", b2)
                .query("b3", b3)
                .query("b4", b4)
                .query("b5", b5)
                .query("b6", b6)
                .query("b7", b7)
                .query("b8", b8)
                .query("b9", b9)
                .query("c0", c0)
                .query("c1", c1)
                .query("c2", c2)
                .query("c3", c3)
                .query("c4", c4)
                .query("c5", c5)
                .query("c6", c6)
                .query("c7", c7)
                .query("c8", c8)
                .query("c9", c9)
                .value(THIRTY_RESULT);
    }
}
