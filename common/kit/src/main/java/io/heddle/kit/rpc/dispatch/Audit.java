package io.heddle.kit.rpc.dispatch;

import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.metrics.Timing;
import io.heddle.kit.rpc.dispatch.Dispatcher.Caller;
import io.heddle.kit.rpc.dispatch.Dispatcher.Outcome;
import io.heddle.kit.trace.TraceSpan;
import io.heddle.kit.trace.Traces;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps of each call who called what, how long it took and what came of it: a line in the log, a timer, a span.
final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger("rpc");
    private static final int LONGEST_NAME = 128;
    private static final String UNKNOWN = "unknown";

    private final Metrics metrics;
    private final ConcurrentHashMap<Key, Timing> timings = new ConcurrentHashMap<>();

    /// What a caller named.
    ///
    /// @param label the name of a method that there is, or one for all others
    /// @param shown what the caller wrote
    private record Named(String label, String shown) {}

    /// What a timer is for.
    private record Key(String method, int code) {}

    Audit(Metrics metrics) {
        this.metrics = metrics;
    }

    Outcome around(Method method, Caller caller, Supplier<Outcome> work) {
        long begun = System.nanoTime();
        try (TraceSpan span = Traces.step(method.name())) {
            Outcome outcome = span.call(work::get);
            if (outcome instanceof Outcome.Failed(Problem problem) && problem.status() >= 500) {
                span.error(problem.message());
            }
            keep(new Named(method.name(), method.name()), caller, outcome, System.nanoTime() - begun);
            return outcome;
        }
    }

    /// Keeps a call that reached no method.
    Outcome refused(String name, Caller caller, Problem problem) {
        Outcome outcome = new Outcome.Failed(problem);
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        keep(new Named(UNKNOWN, shown), caller, outcome, 0);
        return outcome;
    }

    private void keep(Named name, Caller caller, Outcome outcome, long nanos) {
        int code = outcome instanceof Outcome.Failed(Problem problem) ? problem.number() : 0;
        timings.computeIfAbsent(new Key(name.label(), code), this::timing).record(nanos);
        LOG.atInfo()
                .addKeyValue("method", name.shown())
                .addKeyValue("caller", caller.name().isEmpty() ? "anonymous" : caller.name())
                .addKeyValue("peer", caller.peer())
                .addKeyValue("code", code)
                .addKeyValue("duration_us", TimeUnit.NANOSECONDS.toMicros(nanos))
                .log("called by name");
    }

    private Timing timing(Key key) {
        return metrics.timer(
                "rpc.server.calls",
                "Calls by name, by method and code.",
                "method",
                key.method(),
                "code",
                Integer.toString(key.code()));
    }
}
