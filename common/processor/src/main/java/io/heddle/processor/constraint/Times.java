package io.heddle.processor.constraint;

import com.palantir.javapoet.CodeBlock;
import io.heddle.processor.model.Constraint;
import java.util.Map;

/// When a time must be.
final class Times {
    private Times() {}

    static Constraint read(Mark mark, Kind kind) {
        if (kind != Kind.MOMENT) {
            throw mark.isFor("times with a date", "make it an Instant, OffsetDateTime, LocalDate or LocalDateTime");
        }
        String operator = switch (mark.name()) {
            case "Past" -> "<";
            case "PastOrPresent" -> "<=";
            case "Future" -> ">";
            default -> ">=";
        };
        String clause = switch (mark.name()) {
            case "Past" -> "must be in the past";
            case "PastOrPresent" -> "must not be in the future";
            case "Future" -> "must be in the future";
            default -> "must not be in the past";
        };
        return mark.constraint(
                (value, _) -> CodeBlock.of("$T.fromNow($L) $L 0", Lengths.CHECKS, value, operator), clause, Map.of());
    }
}
