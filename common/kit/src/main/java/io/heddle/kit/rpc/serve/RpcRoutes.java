package io.heddle.kit.rpc.serve;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.rpc.RpcIndex;
import io.heddle.kit.rpc.RpcSettings;
import io.heddle.kit.rpc.RpcTable;
import io.heddle.kit.rpc.dispatch.Answered;
import io.heddle.kit.rpc.dispatch.Dispatcher;
import io.heddle.kit.rpc.dispatch.Dispatcher.Caller;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import java.time.InstantSource;
import java.util.List;

/// Serves the methods of tables by their names: `POST /json` takes JSON-RPC 2.0, `GET /rpc/_index` says what there is,
/// and `/jsonp`, when the settings allow it, answers as a script.
public final class RpcRoutes implements Routes {
    private static final JsonType<RpcIndex> INDEX = new JsonType<>() {};
    private static final String JSON = "application/json";

    private final RpcSettings settings;
    private final Gate gate;
    private final Dispatcher dispatcher;

    private RpcRoutes(RpcSettings settings, Gate gate, Dispatcher dispatcher) {
        this.settings = settings;
        this.gate = gate;
        this.dispatcher = dispatcher;
    }

    /// Serves these tables.
    ///
    /// @param service the name of this service, which signatures hold for
    /// @throws IllegalArgumentException when a name is in two tables
    public static RpcRoutes of(String service, RpcSettings settings, Metrics metrics, List<RpcTable> tables) {
        Gate gate = new Gate(service, settings, InstantSource.system());
        return new RpcRoutes(settings, gate, Dispatcher.of(tables, metrics, settings.batch()));
    }

    /// The names that may be called, in order.
    public List<String> names() {
        return dispatcher.index().methods().stream().map(RpcIndex.Entry::name).toList();
    }

    @Override
    public void addTo(Router router) {
        router.add("POST", "/json", "rpc.json", this::json);
        router.add("GET", RpcIndex.PATH, "rpc.index", this::index);
        if (settings.jsonp()) {
            router.add("GET", "/jsonp", "rpc.jsonp", this::script);
            router.add("POST", "/jsonp", "rpc.jsonp", this::scriptOfBody);
        }
    }

    private void json(Exchange exchange) {
        send(exchange, answer(exchange, exchange.sent(), false));
    }

    /// An answer to a body, whoever may not call gets a 401 as JSON-RPC says it.
    private Answered answer(Exchange exchange, byte[] sent, boolean reader) {
        try {
            String caller = gate.caller(exchange, sent);
            byte[] body = gate.content(exchange, sent);
            return dispatcher.answer(body, new Caller(caller, exchange.peer(), reader));
        } catch (ServiceException e) {
            if (e.status().code() == 401) {
                exchange.header("WWW-Authenticate", "Heddle-Rpc");
            }
            return dispatcher.refused(e);
        }
    }

    /// An error is never compressed, for any client reads it.
    private static void send(Exchange exchange, Answered answered) {
        exchange.header("X-Content-Type-Options", "nosniff");
        byte[] body = answered.body().orElse(new byte[0]);
        if (answered.status() < 400) {
            exchange.raw(answered.status(), JSON, body);
        } else {
            exchange.header("Content-Type", JSON);
            exchange.raw(answered.status(), body, body.length);
        }
    }

    private void index(Exchange exchange) {
        gate.caller(exchange, new byte[0]);
        exchange.value(INDEX, dispatcher.index());
    }

    /// A script may be named by any page, so that it calls only what changes nothing.
    private void script(Exchange exchange) {
        Script script = Script.of(exchange.query().one("callback", Scalar.STRING));
        byte[] body = Script.request(exchange.query());
        gate.caller(exchange, new byte[0]);
        script.send(exchange, dispatcher.answer(body, new Caller("", exchange.peer(), true)));
    }

    private void scriptOfBody(Exchange exchange) {
        Script script = Script.of(exchange.query().one("callback", Scalar.STRING));
        script.send(exchange, answer(exchange, exchange.sent(), false));
    }
}
