package io.heddle.kit.server;

import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.metrics.Timing;
import java.util.concurrent.ConcurrentHashMap;

/// A route: what it is called, what answers it, and its timers, one for each status it has answered with.
///
/// @param method the HTTP method
/// @param template the path with its parameters
/// @param name the name for metrics, logs and spans
record Route(String method, String template, String name, Router.Handler handler, Timings timings) {
    Route(String method, String template, String name, Router.Handler handler, Metrics metrics) {
        this(method, template, name, handler, new Timings(metrics, method, name));
    }

    /// Whether it is asked so often by machines that it is not worth a line in the log.
    boolean quiet() {
        return template.startsWith("/observe/");
    }

    /// Timers that are made when a status is seen first.
    static final class Timings {
        private final Metrics metrics;
        private final String method;
        private final String name;
        private final Timing ok;
        private final ConcurrentHashMap<Integer, Timing> others = new ConcurrentHashMap<>();

        Timings(Metrics metrics, String method, String name) {
            this.metrics = metrics;
            this.method = method;
            this.name = name;
            this.ok = make(200);
        }

        void record(int status, long nanos) {
            (status == 200 ? ok : others.computeIfAbsent(status, this::make)).record(nanos);
        }

        private Timing make(int status) {
            return metrics.timer(
                    "http.server.requests",
                    "Requests answered, by route and status.",
                    "method",
                    method,
                    "route",
                    name,
                    "status",
                    Integer.toString(status));
        }
    }
}
