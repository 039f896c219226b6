package io.heddle.kit.trace;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Begins spans. Safe for use by any thread.
public final class Traces implements AutoCloseable {
    private Traces() {}

    /// Traces nothing.
    public static Traces off() {
        return new Traces();
    }

    /// Begins the span of a request that came in. Reads `b3`, the `X-B3-` headers and `traceparent`, in that order.
    ///
    /// @param name the name without ids
    /// @param headers gives the value of a header by its name, null when it is absent
    public TraceSpan server(String name, UnaryOperator<@Nullable String> headers) {
        throw new UnsupportedOperationException(name + headers);
    }

    /// Begins the span of a call that goes out, a child of the current span.
    public TraceSpan client(String name) {
        throw new UnsupportedOperationException(name);
    }

    /// Begins a span of work within this process, a child of the current span.
    public TraceSpan local(String name) {
        throw new UnsupportedOperationException(name);
    }

    /// The ids of the span that this thread works in.
    public static TraceSpan.Ids current() {
        return TraceSpan.Ids.NONE;
    }

    @Override
    public void close() {}
}
