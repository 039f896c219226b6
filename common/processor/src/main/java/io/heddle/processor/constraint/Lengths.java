package io.heddle.processor.constraint;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.heddle.processor.model.Constraint;
import java.util.LinkedHashMap;
import java.util.Map;

/// How much of a value there must be.
final class Lengths {
    static final ClassName CHECKS = ClassName.get("io.heddle.kit.check", "Checks");

    private Lengths() {}

    static Constraint read(Mark mark, Kind kind) {
        return switch (mark.name()) {
            case "NotBlank" -> notBlank(mark, kind);
            case "NotEmpty" -> notEmpty(mark, kind);
            default -> size(mark, kind);
        };
    }

    private static Constraint notBlank(Mark mark, Kind kind) {
        if (kind != Kind.TEXT) {
            throw mark.isFor("texts", fix(kind));
        }
        return mark.constraint(
                (value, _) -> CodeBlock.of("!$L.isBlank()", value),
                "must not be blank",
                Map.of("minLength", 1, "pattern", "\\S"));
    }

    private static Constraint notEmpty(Mark mark, Kind kind) {
        String least = keyword(mark, kind, "min");
        return mark.constraint(
                (value, _) ->
                        kind.canBeEmpty() ? CodeBlock.of("!$L.isEmpty()", value) : CodeBlock.of("$L.length > 0", value),
                "must not be empty",
                Map.of(least, 1));
    }

    private static Constraint size(Mark mark, Kind kind) {
        String least = keyword(mark, kind, "min");
        String most = keyword(mark, kind, "max");
        long min = mark.number("min");
        long max = mark.number("max");
        if (min < 0 || max < min) {
            throw mark.refuse("from " + min + " to " + max + " leaves nothing; turn the bounds round");
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        if (min > 0) {
            schema.put(least, min);
        }
        if (max < Integer.MAX_VALUE) {
            schema.put(most, max);
        }
        return mark.constraint((value, _) -> test(length(value, kind), min, max), clause(kind, min, max), schema);
    }

    private static CodeBlock test(CodeBlock length, long min, long max) {
        if (max == Integer.MAX_VALUE) {
            return CodeBlock.of("$L >= $L", length, min);
        }
        return min == 0
                ? CodeBlock.of("$L <= $L", length, max)
                : CodeBlock.of("$L >= $L && $L <= $L", length, min, length, max);
    }

    private static CodeBlock length(CodeBlock value, Kind kind) {
        return switch (kind) {
            case TEXT -> CodeBlock.of("$T.length($L)", CHECKS, value);
            case ARRAY -> CodeBlock.of("$L.length", value);
            default -> CodeBlock.of("$L.size()", value);
        };
    }

    private static String clause(Kind kind, long min, long max) {
        String what = kind == Kind.TEXT ? " characters" : kind == Kind.MAP ? " entries" : " items";
        if (max == Integer.MAX_VALUE) {
            return "must have at least " + min + what;
        }
        return min == 0 ? "must have at most " + max + what : "must have " + min + " to " + max + what;
    }

    /// The keyword of JSON Schema for a bound.
    private static String keyword(Mark mark, Kind kind, String bound) {
        return switch (kind) {
            case TEXT -> bound + "Length";
            case COLLECTION, ARRAY -> bound + "Items";
            case MAP -> bound + "Properties";
            default -> throw mark.isFor("texts, collections, maps and arrays", fix(kind));
        };
    }

    private static String fix(Kind kind) {
        return kind.isNumber() ? "use @Min and @Max" : "take it out";
    }
}
