package io.heddle.kit.logged;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.trace.TraceSpan;
import io.heddle.kit.trace.Traces;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/// Logs the calls of one method: one event each, with the method, its arguments, how long it took and what came of it.
/// Generated code holds one for each logged method and side. Safe for use by any thread.
public final class MethodLog {
    private static final Logger LOG = LoggerFactory.getLogger("call");

    private final String method;
    private final Map<String, String> fields;
    private final Level level;
    private final boolean tracing;

    private MethodLog(String method, Map<String, String> fields, Level level, boolean tracing) {
        this.method = method;
        this.fields = fields;
        this.level = level;
        this.tracing = tracing;
    }

    /// The log of a method.
    ///
    /// @param method its name without ids, for example `CalcApi.add`
    /// @param side `client` where it is called, `server` where it is served
    public static MethodLog of(String method, String side) {
        return new MethodLog(method, Map.of("side", side), Level.INFO, true);
    }

    /// The same with one more field in each event.
    public MethodLog with(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new MethodLog(method, more, level, tracing);
    }

    /// The same at another level.
    public MethodLog at(Level other) {
        return new MethodLog(method, fields, other, tracing);
    }

    /// The same without a span for each call.
    public MethodLog untraced() {
        return new MethodLog(method, fields, level, false);
    }

    /// Makes the call and logs it.
    ///
    /// @param arguments writes the arguments; asked only when the event is kept, and never fails the call
    public <T> T call(Consumer<Rendering> arguments, Supplier<T> work) {
        if (!tracing) {
            return timed(arguments, work);
        }
        try (TraceSpan span = Traces.step(method)) {
            return span.call(() -> {
                try {
                    return timed(arguments, work);
                } catch (RuntimeException e) {
                    span.error(e instanceof ServiceException own ? own.sentence() : "failed");
                    throw e;
                }
            });
        }
    }

    /// Does the work and logs it.
    public void run(Consumer<Rendering> arguments, Runnable work) {
        call(arguments, () -> {
            work.run();
            return this;
        });
    }

    private <T> T timed(Consumer<Rendering> arguments, Supplier<T> work) {
        long begun = System.nanoTime();
        try {
            T result = work.get();
            event(arguments, begun).addKeyValue("outcome", "ok").log("method called");
            return result;
        } catch (ServiceException e) {
            event(arguments, begun)
                    .addKeyValue("outcome", "error")
                    .addKeyValue("status", e.status().code())
                    .addKeyValue("code", e.code())
                    .log("method called");
            throw e;
        } catch (RuntimeException e) {
            event(arguments, begun).addKeyValue("outcome", "failed").log("method called");
            throw e;
        }
    }

    private LoggingEventBuilder event(Consumer<Rendering> arguments, long begun) {
        long took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun);
        LoggingEventBuilder event = LOG.atLevel(level);
        if (LOG.isEnabledForLevel(level)) {
            event = event.addKeyValue("method", method);
            for (Map.Entry<String, String> field : fields.entrySet()) {
                event = event.addKeyValue(field.getKey(), field.getValue());
            }
            event = event.addKeyValue("arguments", rendered(arguments)).addKeyValue("duration_us", took);
        }
        return event;
    }

    /// What the arguments look like, as far as they can be read.
    private static String rendered(Consumer<Rendering> arguments) {
        LineRendering line = new LineRendering();
        try {
            arguments.accept(line);
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).log("an argument cannot be written down");
            line.value("unreadable", e.getClass().getSimpleName());
        }
        return line.toString();
    }
}
