package io.heddle.kit.trace;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;

/// Where spans go and how many of them.
///
/// @param url Zipkin's endpoint for spans, for example `http://127.0.0.1:9411/api/v2/spans`; empty records nothing
/// @param sample the share of traces beginning here that is recorded, from 0 to 1
/// @param perSecond the most traces beginning here that are recorded in a second
/// @param queue the most spans that wait for the reporter; those beyond are dropped and counted
/// @param flush the longest a span waits for others to be sent with
/// @param timeout the limit for connecting to the collector, and again for its answer
public record TraceSettings(
        @Default("") String url,
        @Default("1.0") @Bounds(min = 0, max = 1) double sample,
        @Default("100") @Bounds(min = 1, max = 10_000_000) int perSecond,
        @Default("10000") @Bounds(min = 1, max = 1_000_000) int queue,
        @Default("1s") Duration flush,
        @Default("2s") Duration timeout) {
    /// Checks the share.
    ///
    /// @throws IllegalArgumentException when it is not from 0 to 1
    public TraceSettings {
        if (!(sample >= 0 && sample <= 1)) {
            throw new IllegalArgumentException("trace sample must be from 0 to 1");
        }
    }

    /// Records nothing.
    public static TraceSettings off() {
        return to("");
    }

    /// Records all traces that begin here, up to a hundred a second.
    public static TraceSettings to(String url) {
        return new TraceSettings(url, 1.0, 100, 10_000, Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
}
