package io.heddle.kit.server;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.server.answer.Answer;
import io.heddle.kit.server.envelope.Bytes;
import io.heddle.kit.server.failure.Failures;
import io.heddle.kit.server.route.Match;
import io.heddle.kit.server.route.RouteTable;
import io.heddle.kit.task.Deadline;
import io.heddle.kit.task.Request;
import io.heddle.kit.trace.TraceSpan;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes each request from Helidon through CORS, routing, span and deadline to its handler, and what comes of it
/// back.
final class Pipeline implements Handler {
    private static final Logger ACCESS = LoggerFactory.getLogger("access");
    private static final String REQUEST_ID = "X-Request-Id";
    private static final HeaderName REQUEST_ID_NAME = HeaderNames.create(REQUEST_ID);
    private static final int LONGEST_REQUEST_ID = 128;
    private static final HeaderName ASKED_METHOD = HeaderNames.create("Access-Control-Request-Method");
    private static final HeaderName DEADLINE = HeaderNames.create(Deadline.HEADER);
    private static final int LONGEST_DEADLINE = 9;

    private final Shared shared;
    private final RouteTable<Route> routes;
    private final Route nowhere;
    private final ConcurrentHashMap<String, HeaderName> traceNames = new ConcurrentHashMap<>();

    Pipeline(Shared shared, RouteTable<Route> routes) {
        this.shared = shared;
        this.routes = routes;
        this.nowhere = new Route("ANY", "", "none", exchange -> {}, shared.metrics());
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        ServerExchange exchange = new ServerExchange(shared, request, response);
        shared.inFlight().incrementAndGet();
        try {
            serve(exchange, request.headers());
            exchange.answer().end();
        } finally {
            shared.inFlight().decrementAndGet();
        }
    }

    private void serve(ServerExchange exchange, ServerRequestHeaders headers) {
        long begun = System.nanoTime();
        Answer answer = exchange.answer();
        answer.header(REQUEST_ID, requestId(text(headers, REQUEST_ID_NAME)));
        boolean allowed = shared.cors().on() && shared.cors().allow(text(headers, HeaderNames.ORIGIN), answer::header);
        if (allowed && headers.contains(ASKED_METHOD) && exchange.method().equals("OPTIONS")) {
            shared.cors().preflight(answer::header);
            answer.send(204, Bytes.NONE);
            return;
        }
        try {
            if (shared.rate().on() && !Observe.ofProbes(exchange.rawPath())) {
                shared.rate().check(exchange.peer(), exchange::header);
            }
            switch (find(exchange)) {
                case Match.Found<Route> found -> {
                    exchange.matched(found);
                    run(exchange, found.target(), headers, begun);
                    return;
                }
                case Match.WrongMethod<Route> wrong -> wrongMethod(exchange, String.join(", ", wrong.allowed()));
                case Match.Missing<Route> ignored -> throw ServiceException.notFound("there is nothing at this path");
            }
        } catch (ServiceException e) {
            answer.error(e);
        }
        record(exchange, nowhere, begun);
    }

    private Match<Route> find(ServerExchange exchange) {
        String path = exchange.rawPath();
        if (path.startsWith("/")) {
            return routes.match(exchange.method(), path);
        }
        throw ServiceException.of(Status.BAD_REQUEST, "the path must begin with a slash");
    }

    private static void wrongMethod(ServerExchange exchange, String allowed) {
        exchange.header("Allow", allowed);
        if (!exchange.method().equals("OPTIONS")) {
            throw ServiceException.of(Status.METHOD_NOT_ALLOWED, "this path answers to " + allowed);
        }
        exchange.answer().send(204, Bytes.NONE);
    }

    private void run(ServerExchange exchange, Route route, ServerRequestHeaders headers, long begun) {
        try (TraceSpan span = shared.traces().server(route.name(), name -> text(headers, traceName(name)))) {
            span.call(() -> Request.call(() -> {
                attempt(exchange, route, headers);
                record(exchange, route, begun);
                return route;
            }));
            if (span.recording()) {
                describe(span, exchange, route);
            }
        }
    }

    /// The tracer asks for the same few names with every request.
    private HeaderName traceName(String name) {
        HeaderName known = traceNames.get(name);
        return known != null ? known : traceNames.computeIfAbsent(name, HeaderNames::create);
    }

    private static void attempt(ServerExchange exchange, Route route, ServerRequestHeaders headers) {
        try {
            underDeadline(exchange, route, text(headers, DEADLINE));
            if (!exchange.answer().started()) {
                throw new IllegalStateException("the handler returned without an answer");
            }
        } catch (Exception e) {
            ServiceException told = Failures.of(e, route.name());
            if (exchange.answer().started()) {
                throw new CloseConnectionException("the answer cannot be completed", e);
            }
            exchange.answer().error(told);
        }
    }

    private static void underDeadline(ServerExchange exchange, Route route, @Nullable String left) throws Exception {
        if (left == null || left.length() > LONGEST_DEADLINE || !left.chars().allMatch(c -> c >= '0' && c <= '9')) {
            route.handler().handle(exchange);
            return;
        }
        Duration time = Duration.ofMillis(Long.parseLong(left.isEmpty() ? "0" : left));
        if (time.isZero()) {
            throw ServiceException.of(Status.GATEWAY_TIMEOUT, "the time for this request was up when it came");
        }
        Deadline.in(time).call(() -> {
            route.handler().handle(exchange);
            return route;
        });
    }

    private void record(ServerExchange exchange, Route route, long begun) {
        long nanos = System.nanoTime() - begun;
        route.timings().record(exchange.answer().status(), nanos);
        if (shared.settings().accessLog() && !route.quiet()) {
            ACCESS.atInfo()
                    .addKeyValue("method", exchange.method())
                    .addKeyValue("path", exchange.rawPath())
                    .addKeyValue("route", route.name())
                    .addKeyValue("status", exchange.answer().status())
                    .addKeyValue("duration_us", TimeUnit.NANOSECONDS.toMicros(nanos))
                    .addKeyValue("peer", exchange.peer())
                    .log("request");
        }
    }

    private static void describe(TraceSpan span, ServerExchange exchange, Route route) {
        int status = exchange.answer().status();
        span.tag("component", "heddle-server");
        span.tag("http.method", exchange.method());
        span.tag("http.url", exchange.rawPath());
        span.tag("http.path", route.template());
        span.tag("http.status_code", Integer.toString(status));
        span.tag("peer", exchange.peer());
        if (status >= 500) {
            span.error("status " + status);
        }
    }

    private static String requestId(@Nullable String given) {
        if (given != null && !given.isEmpty() && given.length() <= LONGEST_REQUEST_ID && plain(given)) {
            return given;
        }
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static boolean plain(String text) {
        return text.chars()
                .allMatch(c -> (c >= '0' && c <= '9')
                        || (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || c == '-'
                        || c == '_'
                        || c == '.');
    }

    private static @Nullable String text(ServerRequestHeaders headers, HeaderName name) {
        return headers.contains(name) ? headers.get(name).get() : null;
    }
}
