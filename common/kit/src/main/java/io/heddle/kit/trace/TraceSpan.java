package io.heddle.kit.trace;

import java.util.function.BiConsumer;

/// A piece of work with a beginning and an end. Used by one thread at a time; closing it ends and reports it.
///
/// One that is not recording costs next to nothing, yet still carries the caller's trace on.
public interface TraceSpan extends AutoCloseable {
    /// The ids of the trace and the span in lower case hex, both empty when there is no trace at all.
    Ids ids();

    /// Whether it will be reported; when not, there is no point in making tags.
    boolean recording();

    /// Gives it a better name, without ids.
    void name(String name);

    /// Adds a tag.
    void tag(String key, String value);

    /// Marks it failed.
    void error(String message);

    /// Writes the headers that carry the trace on: B3, multi-header form.
    void inject(BiConsumer<String, String> headers);

    /// Runs the work with this span as the current one.
    <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X;

    /// Ends and reports it.
    @Override
    void close();

    /// The ids of a span.
    ///
    /// @param trace 32 or 16 lower case hex digits, or empty
    /// @param span 16 lower case hex digits, or empty
    record Ids(String trace, String span) {
        /// No trace.
        public static final Ids NONE = new Ids("", "");
    }
}
