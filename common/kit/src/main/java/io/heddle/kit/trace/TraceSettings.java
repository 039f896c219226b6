package io.heddle.kit.trace;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// Where spans go and how many of them.
///
/// @param url Zipkin's endpoint for spans, for example `http://127.0.0.1:9411/api/v2/spans`; empty records nothing
/// @param sample the share of traces beginning here that is recorded, from 0 to 1
/// @param perSecond the most traces beginning here that are recorded in a second
/// @param queue the most spans that wait for the reporter; those beyond are dropped and counted
/// @param flush the longest a span waits for others to be sent with
/// @param timeout the limit for connecting to the collector, and again for its answer
/// @param routes the share of traces that begin with a method, by the names of its contract and its own: 1 for a
/// method that is always recorded, 0 for one that never is; `sample` for those that are not named
public record TraceSettings(
        @Default("") String url,
        @Default("1.0") @Bounds(min = 0, max = 1) double sample,
        @Default("100") @Bounds(min = 1, max = 10_000_000) int perSecond,
        @Default("10000") @Bounds(min = 1, max = 1_000_000) int queue,
        @Default("1s") Duration flush,
        @Default("2s") Duration timeout,
        Map<String, Map<String, Double>> routes) {
    /// Checks the shares and copies the map in.
    ///
    /// @throws IllegalArgumentException when one is not from 0 to 1
    public TraceSettings {
        check("sample", sample);
        routes.forEach((api, methods) -> methods.forEach((name, share) -> check("route " + api + '.' + name, share)));
        routes = routes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, api -> Map.copyOf(api.getValue())));
    }

    private static void check(String what, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("trace " + what + " must be from 0 to 1");
        }
    }

    /// Records nothing.
    public static TraceSettings off() {
        return to("");
    }

    /// Records all traces that begin here, up to a hundred a second.
    public static TraceSettings to(String url) {
        return new TraceSettings(url, 1.0, 100, 10_000, Duration.ofSeconds(1), Duration.ofSeconds(2), Map.of());
    }
}
