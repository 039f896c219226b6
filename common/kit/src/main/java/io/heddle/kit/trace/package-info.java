/// Spans: Helidon's tracing API over a Brave tracer that we configure, reported to Zipkin by a bounded queue. The
/// door is {@link io.heddle.kit.trace.Traces}. Floor 0: stands on metrics and Helidon's tracing.
@NullMarked
package io.heddle.kit.trace;

import org.jspecify.annotations.NullMarked;
