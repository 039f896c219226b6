package io.heddle.kit.trace;

import brave.Tracing;
import brave.opentracing.BraveTracer;
import brave.propagation.B3Propagation;
import brave.sampler.Sampler;
import io.heddle.kit.metrics.Metrics;
import io.helidon.tracing.Span;
import io.helidon.tracing.Tracer;
import io.helidon.tracing.providers.opentracing.OpenTracing;
import io.opentracing.SpanContext;
import io.opentracing.propagation.Format;
import io.opentracing.propagation.TextMapAdapter;
import io.opentracing.tag.Tags;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import zipkin2.reporter.AsyncReporter;
import zipkin2.reporter.brave.ZipkinSpanHandler;
import zipkin2.reporter.urlconnection.URLConnectionSender;

/// Brave with our propagation under Helidon's tracing API, and the queue to the collector. What it is asked to
/// start is recorded: the decision was made before.
final class Reporting implements AutoCloseable {
    private final URLConnectionSender sender;
    private final AsyncReporter<zipkin2.Span> reporter;
    private final Tracing tracing;
    private final BraveTracer brave;
    private final Tracer tracer;

    Reporting(TraceSettings settings, String service, Metrics metrics) {
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        this.sender = URLConnectionSender.newBuilder()
                .endpoint(settings.url())
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .build();
        this.reporter = AsyncReporter.builder(sender)
                .metrics(new ReportMetrics(metrics))
                .queuedMaxSpans(settings.queue())
                .messageTimeout(settings.flush().toMillis(), TimeUnit.MILLISECONDS)
                .closeTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .threadFactory(task ->
                        Thread.ofPlatform().daemon().name("trace-reporter").unstarted(task))
                .build();
        this.tracing = Tracing.newBuilder()
                .localServiceName(service)
                .sampler(Sampler.ALWAYS_SAMPLE)
                .traceId128Bit(true)
                .supportsJoin(false)
                .propagationFactory(B3Propagation.newFactoryBuilder()
                        .injectFormat(B3Propagation.Format.MULTI)
                        .build())
                .addSpanHandler(ZipkinSpanHandler.create(reporter))
                .build();
        this.brave = BraveTracer.create(tracing);
        this.tracer = OpenTracing.create(brave);
    }

    /// Begins a span at the very microsecond; Helidon's own builder would cut the time to milliseconds.
    RecordedSpan begin(String name, @Nullable String kind, @Nullable SpanContext parent) {
        io.opentracing.Tracer.SpanBuilder builder = brave.buildSpan(name);
        if (kind != null) {
            builder = builder.withTag(Tags.SPAN_KIND.getKey(), kind);
        }
        builder = parent == null ? builder.ignoreActiveSpan() : builder.asChildOf(parent);
        Span span = OpenTracing.create(brave, builder.start());
        return new RecordedSpan(this, span);
    }

    SpanContext remote(Map<String, String> headers) {
        return brave.extract(Format.Builtin.HTTP_HEADERS, new TextMapAdapter(headers));
    }

    Tracer tracer() {
        return tracer;
    }

    @Override
    public void close() {
        tracing.close();
        // A reporter that closes may drop what its own thread has not taken up yet; what waits is sent from here.
        reporter.flush();
        reporter.close();
        sender.close();
    }
}
