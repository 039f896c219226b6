package io.heddle.kit.watch;

import io.heddle.contract.error.ServiceException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A duration as the language Go writes it and Consul's clients send it: `1m30s`, `1.5h`, `120000ms`; a bare number is
/// nanoseconds.
///
/// @param time how long
public record GoDuration(Duration time) {
    private static final Pattern PART = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(ns|us|µs|ms|s|m|h)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final long SECOND = 1_000_000_000L;
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L, "us", 1_000L, "µs", 1_000L, "ms", 1_000_000L, "s", SECOND, "m", 60 * SECOND, "h", 3600 * SECOND);
    private static final int LONGEST = 64;
    private static final BigDecimal MOST = BigDecimal.valueOf(10L * 365 * 24 * 3600 * SECOND);

    /// Reads one; what is longer than ten years is ten years.
    ///
    /// @param field what it is the value of, for the message
    /// @throws ServiceException 400 naming the field when it is none
    public static GoDuration of(String field, String text) {
        if (NUMBER.matcher(text).matches()) {
            return new GoDuration(Duration.ofNanos(Long.parseLong(text)));
        }
        Matcher part = PART.matcher(text);
        BigDecimal nanos = BigDecimal.ZERO;
        int end = 0;
        while (text.length() <= LONGEST && part.find() && part.start() == end) {
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit(part.group(2)))));
            end = part.end();
        }
        if (end == 0 || end != text.length()) {
            throw ServiceException.invalid(field, "must be a duration such as 55s, 5m or 120000ms");
        }
        return new GoDuration(Duration.ofNanos(nanos.min(MOST).longValue()));
    }

    private static long unit(String name) {
        return NANOS.getOrDefault(name, 1L);
    }
}
