package io.heddle.kit.trace;

import brave.sampler.BoundarySampler;
import brave.sampler.RateLimitingSampler;
import brave.sampler.Sampler;
import io.heddle.kit.metrics.Metrics;
import io.opentracing.SpanContext;
import io.opentracing.tag.Tags;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Begins spans. Safe for use by any thread.
///
/// Whether a trace is recorded is decided once, where it begins, and travels with it. A collector that is slow,
/// away or refusing costs spans, never calls: the queue is bounded and what does not fit is dropped and counted.
public final class Traces implements AutoCloseable {
    private static final ScopedValue<TraceSpan> CURRENT = ScopedValue.newInstance();

    private final Optional<Reporting> reporting;
    private final Sampler share;
    private final Map<String, Sampler> shares;
    private final Sampler rate;

    private Traces(Optional<Reporting> reporting, TraceSettings settings) {
        this.reporting = reporting;
        this.share = sampler(settings.sample());
        this.shares = settings.routes().entrySet().stream()
                .flatMap(api -> api.getValue().entrySet().stream()
                        .map(method -> Map.entry(api.getKey() + '.' + method.getKey(), method.getValue())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, route -> sampler(route.getValue())));
        this.rate = RateLimitingSampler.create(settings.perSecond());
    }

    private static Sampler sampler(double share) {
        return BoundarySampler.create((float) share);
    }

    /// Traces nothing, but carries the traces of callers on.
    public static Traces off() {
        return new Traces(Optional.empty(), TraceSettings.off());
    }

    /// Begins to report the spans of a service.
    ///
    /// @throws IllegalArgumentException when the URL is none
    public static Traces open(TraceSettings settings, String service, Metrics metrics) {
        return settings.url().isEmpty()
                ? off()
                : new Traces(Optional.of(new Reporting(settings, service, metrics)), settings);
    }

    /// Begins the span of a request that came in. Reads `b3`, the `X-B3-` headers and `traceparent`, in that order.
    ///
    /// @param name the name without ids
    /// @param headers gives the value of a header by its name, null when it is absent
    public TraceSpan server(String name, UnaryOperator<@Nullable String> headers) {
        Optional<Incoming> incoming = Incoming.read(headers);
        return incoming.isPresent() ? goOn(name, incoming.get()) : root(name, Tags.SPAN_KIND_SERVER);
    }

    /// Begins the span of a call that goes out, a child of the current span.
    public TraceSpan client(String name) {
        return child(name, Tags.SPAN_KIND_CLIENT);
    }

    /// Begins a span of work within this process, a child of the current span.
    public TraceSpan local(String name) {
        return child(name, null);
    }

    /// Begins a span of work within the current one, recorded where that is.
    public static TraceSpan step(String name) {
        return switch (CURRENT.isBound() ? CURRENT.get() : CarriedSpan.OFF) {
            case RecordedSpan recorded -> recorded.child(name, null);
            case TraceSpan carried -> carried;
        };
    }

    /// The ids of the span that this thread works in.
    public static TraceSpan.Ids current() {
        return CURRENT.isBound() ? CURRENT.get().ids() : TraceSpan.Ids.NONE;
    }

    /// The same work within the span that this thread works in now, for a thread of its own.
    public static <T> Callable<T> carrying(Callable<T> work) {
        if (!CURRENT.isBound()) {
            return work;
        }
        TraceSpan span = CURRENT.get();
        return () -> ScopedValue.where(CURRENT, span).call(work::call);
    }

    /// Helidon's tracer over the same queue, empty when nothing is recorded.
    public Optional<io.helidon.tracing.Tracer> tracer() {
        return reporting.map(Reporting::tracer);
    }

    /// Sends what is queued, as far as the time-out allows, and ends.
    @Override
    public void close() {
        reporting.ifPresent(Reporting::close);
    }

    static <T, X extends Throwable> T within(TraceSpan span, ScopedValue.CallableOp<? extends T, X> work) throws X {
        boolean nothing = span.equals(CarriedSpan.OFF) && !CURRENT.isBound();
        return nothing ? work.call() : ScopedValue.where(CURRENT, span).call(work);
    }

    private TraceSpan goOn(String name, Incoming incoming) {
        if (reporting.isEmpty()) {
            return new CarriedSpan(incoming.ids(), incoming.sampled());
        }
        if (!incoming.sampled().orElseGet(() -> decide(name))) {
            return new CarriedSpan(incoming.ids(), Optional.of(false));
        }
        Reporting report = reporting.get();
        boolean known = !incoming.ids().trace().isEmpty();
        SpanContext parent = known ? report.remote(incoming.headers()) : null;
        return report.begin(name, Tags.SPAN_KIND_SERVER, parent);
    }

    private TraceSpan child(String name, @Nullable String kind) {
        if (!CURRENT.isBound()) {
            return root(name, kind);
        }
        TraceSpan parent = CURRENT.get();
        return parent instanceof RecordedSpan recorded && reporting.isPresent() ? recorded.child(name, kind) : parent;
    }

    private TraceSpan root(String name, @Nullable String kind) {
        if (reporting.isEmpty()) {
            return CarriedSpan.OFF;
        }
        return decide(name) ? reporting.get().begin(name, kind, null) : CarriedSpan.UNSAMPLED;
    }

    private boolean decide(String name) {
        return shares.getOrDefault(name, share)
                        .isSampled(ThreadLocalRandom.current().nextLong())
                && rate.isSampled(0);
    }
}
