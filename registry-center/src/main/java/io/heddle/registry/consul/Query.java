package io.heddle.registry.consul;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.watch.GoDuration;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// One request in the manner of the protocol: flags that may stand alone, blocking, errors as plain text.
///
/// @param exchange the request and its answer
/// @param datacenter what this registry calls itself
record Query(Exchange exchange, String datacenter) {
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final JsonType<Object> ANY = new JsonType<>() {};
    private static final Json JSON = Json.tolerant();
    private static final String JSON_TYPE = "application/json";
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final byte[] NOTHING = new byte[0];
    private static final Duration USUAL_WAIT = Duration.ofMinutes(5);
    private static final int LONGEST_NUMBER = 18;

    /// What answers a query.
    @FunctionalInterface
    interface Answerer {
        /// Answers exactly once, or throws a refusal.
        void answer(Query query);
    }

    /// A handler that tells refusals as plain text.
    static Router.Handler handler(String datacenter, Answerer answerer) {
        return exchange -> {
            Query query = new Query(exchange, datacenter);
            try {
                query.requireKnown();
                answerer.answer(query);
            } catch (ServiceException e) {
                query.text(e.status().code(), e.sentence());
            }
        };
    }

    /// What would change the answer, and is not done here, is refused.
    private void requireKnown() {
        if (text("dc").filter(dc -> !dc.isEmpty() && !dc.equals(datacenter)).isPresent()) {
            throw ServiceException.invalid("dc", "must be " + datacenter);
        }
        if (text("filter").filter(filter -> !filter.isEmpty()).isPresent()) {
            throw ServiceException.invalid("filter", "must not be given: expressions are not understood here");
        }
    }

    String path(String name) {
        return exchange.path().one(name, Scalar.STRING);
    }

    Optional<String> text(String name) {
        return exchange.query().list(name, Scalar.STRING).stream().findFirst();
    }

    /// A flag that may stand without a value.
    boolean flag(String name) {
        return text(name)
                .map(text -> switch (text) {
                    case "", "1", "t", "true", "True", "TRUE" -> true;
                    case "0", "f", "false", "False", "FALSE" -> false;
                    default -> throw ServiceException.invalid(name, "must be true or false");
                })
                .orElse(false);
    }

    Optional<Long> number(String name) {
        return text(name).map(text -> {
            if (text.isEmpty()
                    || text.length() > LONGEST_NUMBER
                    || !text.chars().allMatch(Query::digit)) {
                throw ServiceException.invalid(name, "must be a whole number of 0 or more");
            }
            return Long.valueOf(text);
        });
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    /// What the client has seen; 0 when it does not want to wait, as some say with -1.
    long index() {
        return text("index").filter("-1"::equals).isPresent()
                ? 0
                : number("index").orElse(0L);
    }

    Duration wanted() {
        Duration asked = text("wait")
                .filter(text -> !text.isEmpty())
                .map(text -> GoDuration.of("wait", text).time())
                .orElse(USUAL_WAIT);
        return asked.isZero() ? USUAL_WAIT : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    /// Says how new the answer is.
    Query at(long index) {
        exchange.header("X-Consul-Index", Long.toString(index));
        exchange.header("X-Consul-KnownLeader", "true");
        exchange.header("X-Consul-LastContact", "0");
        return this;
    }

    void json(Object value) {
        ready(bytes(value));
    }

    void ready(byte[] json) {
        exchange.raw(200, JSON_TYPE, json);
    }

    static byte[] bytes(Object value) {
        return JSON.write(ANY, value);
    }

    void done() {
        exchange.raw(200, NOTHING, 0);
    }

    void empty(int status) {
        exchange.raw(status, NOTHING, 0);
    }

    void text(int status, String sentence) {
        exchange.raw(status, PLAIN, sentence.getBytes(StandardCharsets.UTF_8));
    }
}
