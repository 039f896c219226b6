/// Counts and times for Prometheus, on Micrometer: every meter is made once, before the hot path, which then only
/// adds. The door is {@link io.heddle.kit.metrics.Metrics}. Floor 0: stands on nothing of ours.
@NullMarked
package io.heddle.kit.metrics;

import org.jspecify.annotations.NullMarked;
