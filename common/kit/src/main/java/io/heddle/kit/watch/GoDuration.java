package io.heddle.kit.watch;

import io.heddle.contract.error.ServiceException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A duration as the language Go writes it and Consul's clients send it: `55s`, `5m`, `120000ms`, `1m30s`.
///
/// @param time how long
public record GoDuration(Duration time) {
    private static final Pattern PART = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)(ns|us|µs|ms|s|m|h)");
    private static final double LONGEST = 365.0 * 24 * 3600 * 1e9;

    /// Reads one, in whole or broken units from nanoseconds to hours.
    ///
    /// @param field what it is the value of, for the message
    /// @throws ServiceException 400 naming the field when it is none, or longer than a year
    public static GoDuration of(String field, String text) {
        Matcher parts = PART.matcher(text);
        double nanos = 0;
        int end = 0;
        while (parts.find() && parts.start() == end) {
            nanos += Double.parseDouble(parts.group(1)) * nanos(parts.group(2));
            end = parts.end();
        }
        if (text.isEmpty() || end != text.length() || nanos > LONGEST) {
            throw ServiceException.invalid(field, "must be a duration such as 55s, 5m or 120000ms");
        }
        return new GoDuration(Duration.ofNanos((long) nanos));
    }

    private static double nanos(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            default -> 3600e9;
        };
    }
}
