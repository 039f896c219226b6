package io.heddle.testkit.system;

import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.testkit.fault.FaultyRelay;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// The routes of a stub, and what was asked of them.
final class ScriptedStub implements HttpStub, Routes {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Supplier<FaultyRelay> faults;

    private record Rule(String method, String path, Map<String, List<String>> query, Answer answer) {
        boolean holds(Request request) {
            return method.equals(request.method()) && path.equals(request.path()) && query.equals(request.query());
        }
    }

    ScriptedStub(Supplier<FaultyRelay> faults) {
        this.faults = faults;
    }

    @Override
    public HttpStub when(String method, String target, Answer answer) {
        rules.addFirst(new Rule(method, path(target), query(target), answer));
        return this;
    }

    @Override
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public FaultyRelay faults() {
        return faults.get();
    }

    @Override
    public void addTo(Router router) {
        for (String method : METHODS) {
            router.add(method, "/", "stub", this::answer);
            router.add(method, "/{rest:+}", "stub", this::answer);
        }
    }

    private void answer(Exchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.eachHeader(
                (name, value) -> headers.merge(name.toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b));
        String target = exchange.rawTarget();
        String body = new String(exchange.bytes(), StandardCharsets.UTF_8);
        Request request = new Request(exchange.method(), path(target), query(target), headers, body);
        requests.add(request);
        Answer answer = rules.stream()
                .filter(rule -> rule.holds(request))
                .findFirst()
                .map(Rule::answer)
                .orElseGet(() -> notScripted(request.method() + ' ' + target));
        exchange.raw(answer.status(), answer.contentType(), answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static Answer notScripted(String asked) {
        String escaped = asked.replace("\\", "\\\\").replace("\"", "\\\"");
        return Answer.json(
                501,
                "{\"code\":100001,\"message\":\"the stub has no answer for " + escaped + "\",\"status_code\":501}");
    }

    private static String path(String target) {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    private static Map<String, List<String>> query(String target) {
        int mark = target.indexOf('?');
        Map<String, List<String>> query = new HashMap<>();
        if (mark >= 0) {
            for (String field : target.substring(mark + 1).split("&")) {
                String[] halves = field.split("=", 2);
                query.computeIfAbsent(decoded(halves[0]), _ -> new ArrayList<>())
                        .add(halves.length == 2 ? decoded(halves[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
