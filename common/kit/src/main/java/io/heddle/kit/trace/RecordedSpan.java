package io.heddle.kit.trace;

import io.helidon.tracing.HeaderConsumer;
import io.helidon.tracing.HeaderProvider;
import io.helidon.tracing.Span;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A span that is recorded and reported.
final class RecordedSpan implements TraceSpan {
    private final Reporting reporting;
    private final Span span;
    private final Ids ids;

    RecordedSpan(Reporting reporting, Span span) {
        this.reporting = reporting;
        this.span = span;
        this.ids = new Ids(span.context().traceId(), span.context().spanId());
    }

    @Override
    public Ids ids() {
        return ids;
    }

    @Override
    public boolean recording() {
        return true;
    }

    RecordedSpan child(String name, @Nullable String kind) {
        return reporting.begin(name, kind, context());
    }

    private io.opentracing.SpanContext context() {
        return span.unwrap(io.opentracing.Span.class).context();
    }

    /// Helidon's API cannot rename a span; the span under it can.
    @Override
    public void name(String name) {
        var _ = span.unwrap(io.opentracing.Span.class).setOperationName(name);
    }

    @Override
    public void tag(String key, String value) {
        span.tag(key, value);
    }

    @Override
    public void error(String message) {
        span.tag("error", message);
    }

    @Override
    public void inject(BiConsumer<String, String> headers) {
        Map<String, java.util.List<String>> collected = new TreeMap<>();
        reporting.tracer().inject(span.context(), HeaderProvider.empty(), HeaderConsumer.create(collected));
        collected.forEach((name, values) -> headers.accept(name, values.getFirst()));
    }

    @Override
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return Traces.within(this, work);
    }

    @Override
    public void close() {
        span.end();
    }
}
