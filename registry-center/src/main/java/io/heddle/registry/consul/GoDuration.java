package io.heddle.registry.consul;

import io.heddle.contract.error.ServiceException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as Go writes them: `1m30s`, `1.5h`, `120000ms`; a bare number is nanoseconds.
final class GoDuration {
    private static final Pattern PART = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(ns|us|µs|ms|s|m|h)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Map<String, Long> NANOS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "µs",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);
    private static final int LONGEST = 64;
    private static final Duration MOST = Duration.ofDays(3650);

    private GoDuration() {}

    /// @throws ServiceException 400 naming the field
    static Duration parse(String field, String text) {
        if (NUMBER.matcher(text).matches()) {
            return Duration.ofNanos(Long.parseLong(text));
        }
        Matcher part = PART.matcher(text);
        BigDecimal nanos = BigDecimal.ZERO;
        int end = 0;
        while (text.length() <= LONGEST && part.find() && part.start() == end) {
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit(part.group(2)))));
            end = part.end();
        }
        if (end == 0 || end != text.length()) {
            throw ServiceException.invalid(field, "must be a duration such as 10s or 1m30s");
        }
        BigDecimal most = BigDecimal.valueOf(MOST.toSeconds()).movePointRight(9);
        return Duration.ofNanos(nanos.min(most).longValue());
    }

    private static long unit(String name) {
        return NANOS.getOrDefault(name, 1L);
    }
}
