package io.heddle.kit.trace;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The trace that a request belongs to, as its caller wrote it (openzipkin/b3-propagation; W3C Trace Context).
///
/// @param ids both ids, or none when the caller only made the decision
/// @param sampled the caller's decision, empty when it left it to us
record Incoming(TraceSpan.Ids ids, Optional<Boolean> sampled) {
    private static final Optional<Incoming> NONE = Optional.empty();

    static Optional<Incoming> read(UnaryOperator<@Nullable String> headers) {
        String single = headers.apply("b3");
        if (single != null) {
            return single(single);
        }
        String trace = headers.apply("X-B3-TraceId");
        String sampled = headers.apply("X-B3-Sampled");
        if (trace != null || sampled != null) {
            boolean debug = "1".equals(headers.apply("X-B3-Flags"));
            return of(trace, headers.apply("X-B3-SpanId"), debug ? Optional.of(true) : decision(sampled));
        }
        String parent = headers.apply("traceparent");
        return parent == null ? NONE : w3c(parent);
    }

    /// The headers that Brave reads.
    Map<String, String> headers() {
        return Map.of("X-B3-TraceId", ids.trace(), "X-B3-SpanId", ids.span(), "X-B3-Sampled", "1");
    }

    private static Optional<Incoming> single(String text) {
        String[] parts = text.split("-", -1);
        return switch (parts.length) {
            case 1 -> decision(text).map(sampled -> new Incoming(TraceSpan.Ids.NONE, Optional.of(sampled)));
            case 2 -> of(parts[0], parts[1], Optional.empty());
            case 3, 4 -> of(parts[0], parts[1], decision(parts[2]));
            default -> NONE;
        };
    }

    private static Optional<Incoming> w3c(String text) {
        String[] parts = text.split("-", -1);
        boolean known = parts.length >= 4 && parts[0].length() == 2 && !parts[0].equals("ff");
        if (!known || parts[1].length() != 32 || parts[3].length() != 2 || !hex(parts[3])) {
            return NONE;
        }
        return of(parts[1], parts[2], Optional.of((Character.digit(parts[3].charAt(1), 16) & 1) == 1));
    }

    private static Optional<Incoming> of(@Nullable String trace, @Nullable String span, Optional<Boolean> sampled) {
        if (trace == null && span == null && sampled.isPresent()) {
            return Optional.of(new Incoming(TraceSpan.Ids.NONE, sampled));
        }
        if (trace == null || span == null || span.length() != 16 || (trace.length() != 32 && trace.length() != 16)) {
            return NONE;
        }
        if (!id(trace) || !id(span)) {
            return NONE;
        }
        return Optional.of(new Incoming(
                new TraceSpan.Ids(trace.toLowerCase(Locale.ROOT), span.toLowerCase(Locale.ROOT)), sampled));
    }

    private static Optional<Boolean> decision(@Nullable String text) {
        return switch (text) {
            case "1", "d", "true" -> Optional.of(true);
            case "0", "false" -> Optional.of(false);
            case null, default -> Optional.empty();
        };
    }

    private static boolean id(String text) {
        return hex(text) && text.chars().anyMatch(c -> c != '0');
    }

    private static boolean hex(String text) {
        return text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    }
}
