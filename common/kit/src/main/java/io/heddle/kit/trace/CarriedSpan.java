package io.heddle.kit.trace;

import java.util.Optional;
import java.util.function.BiConsumer;

/// A span that nobody records. It carries the trace of the caller on, or the decision not to record one.
///
/// @param ids the caller's ids, or none
/// @param sampled the decision on the trace, empty when none was made
record CarriedSpan(Ids ids, Optional<Boolean> sampled) implements TraceSpan {
    static final CarriedSpan OFF = new CarriedSpan(Ids.NONE, Optional.empty());
    static final CarriedSpan UNSAMPLED = new CarriedSpan(Ids.NONE, Optional.of(false));

    @Override
    public boolean recording() {
        return false;
    }

    @Override
    public void name(String name) {}

    @Override
    public void tag(String key, String value) {}

    @Override
    public void error(String message) {}

    @Override
    public void inject(BiConsumer<String, String> headers) {
        if (!ids.trace().isEmpty()) {
            headers.accept("X-B3-TraceId", ids.trace());
            headers.accept("X-B3-SpanId", ids.span());
        }
        sampled.ifPresent(decision -> headers.accept("X-B3-Sampled", decision ? "1" : "0"));
    }

    @Override
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return Traces.within(this, work);
    }

    @Override
    public void close() {}
}
