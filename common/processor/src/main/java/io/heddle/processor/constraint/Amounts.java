package io.heddle.processor.constraint;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.heddle.processor.model.Constraint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/// How large a number must be.
final class Amounts {
    private Amounts() {}

    /// A bound of a number.
    ///
    /// @param operator what the number must be to it
    /// @param value the bound
    private record Bound(String operator, BigDecimal value) {
        String clause() {
            String than = switch (operator) {
                case ">" -> "more than ";
                case ">=" -> "at least ";
                case "<" -> "less than ";
                default -> "at most ";
            };
            return "must be " + than + value.toPlainString();
        }

        Map<String, Object> schema() {
            String keyword = switch (operator) {
                case ">" -> "exclusiveMinimum";
                case ">=" -> "minimum";
                case "<" -> "exclusiveMaximum";
                default -> "maximum";
            };
            return Map.of(keyword, value);
        }

        boolean isWhole() {
            return value.stripTrailingZeros().scale() <= 0
                    && value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
        }
    }

    static Constraint read(Mark mark, Kind kind) {
        if (mark.name().equals("Digits")) {
            return digits(mark, kind);
        }
        Bound bound = switch (mark.name()) {
            case "Min" -> new Bound(">=", BigDecimal.valueOf(mark.number("value")));
            case "Max" -> new Bound("<=", BigDecimal.valueOf(mark.number("value")));
            case "DecimalMin" -> new Bound(mark.truth("inclusive") ? ">=" : ">", decimal(mark, kind));
            case "DecimalMax" -> new Bound(mark.truth("inclusive") ? "<=" : "<", decimal(mark, kind));
            case "Positive" -> new Bound(">", BigDecimal.ZERO);
            case "PositiveOrZero" -> new Bound(">=", BigDecimal.ZERO);
            case "Negative" -> new Bound("<", BigDecimal.ZERO);
            case "NegativeOrZero" -> new Bound("<=", BigDecimal.ZERO);
            default -> throw mark.refuse("is not known here; take it out");
        };
        checkNumber(mark, kind);
        return mark.constraint((value, ready) -> test(bound, kind, value, ready), bound.clause(), bound.schema());
    }

    private static void checkNumber(Mark mark, Kind kind) {
        if (!kind.isNumber()) {
            boolean sized = kind.canBeEmpty() || kind == Kind.ARRAY;
            throw mark.isFor("numbers", sized ? "use @Size" : "take it out");
        }
    }

    private static BigDecimal decimal(Mark mark, Kind kind) {
        if (kind == Kind.FLOATING) {
            throw mark.refuse("is exact, and " + mark.written() + " is not; make it a BigDecimal, or use @Min or @Max");
        }
        String text = mark.text("value");
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw mark.refuse("has the bound '" + text + "', which is no number; write it as 0.01");
        }
    }

    private static CodeBlock test(Bound bound, Kind kind, CodeBlock value, Constraint.Ready ready) {
        if (bound.value().signum() == 0 && (kind == Kind.DECIMAL || kind == Kind.BIG_WHOLE)) {
            return CodeBlock.of("$L.signum() $L 0", value, bound.operator());
        }
        if (kind == Kind.DECIMAL) {
            return compared(value, bound, exact(bound, ready));
        }
        if (kind == Kind.BIG_WHOLE && bound.isWhole()) {
            CodeBlock whole = CodeBlock.of(
                    "new $T($S)", BigInteger.class, bound.value().toBigInteger().toString());
            return compared(value, bound, ready.constant(TypeName.get(BigInteger.class), whole));
        }
        if (kind == Kind.BIG_WHOLE) {
            return compared(CodeBlock.of("new $T($L)", BigDecimal.class, value), bound, exact(bound, ready));
        }
        return bound.isWhole()
                ? CodeBlock.of(
                        "$L $L $L",
                        value,
                        bound.operator(),
                        literal(bound.value().longValue()))
                : compared(CodeBlock.of("$T.valueOf($L)", BigDecimal.class, value), bound, exact(bound, ready));
    }

    private static String exact(Bound bound, Constraint.Ready ready) {
        CodeBlock value =
                CodeBlock.of("new $T($S)", BigDecimal.class, bound.value().toString());
        return ready.constant(TypeName.get(BigDecimal.class), value);
    }

    private static CodeBlock compared(CodeBlock value, Bound bound, String constant) {
        return CodeBlock.of("$L.compareTo($N) $L 0", value, constant, bound.operator());
    }

    private static String literal(long value) {
        return value == (int) value ? Long.toString(value) : value + "L";
    }

    private static Constraint digits(Mark mark, Kind kind) {
        checkNumber(mark, kind);
        if (kind == Kind.FLOATING) {
            throw mark.refuse("is exact, and " + mark.written() + " is not; make it a BigDecimal");
        }
        long before = mark.number("integer");
        long after = mark.number("fraction");
        if (before < 0 || after < 0) {
            throw mark.refuse("counts digits, and there are none below zero; use 0 or more");
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("exclusiveMinimum", BigDecimal.TEN.pow((int) before).negate());
        schema.put("exclusiveMaximum", BigDecimal.TEN.pow((int) before));
        return mark.constraint(
                (value, _) ->
                        CodeBlock.of("$T.digits($L, $L, $L)", Lengths.CHECKS, decimal(value, kind), before, after),
                "must have at most " + before + " digits before the point and " + after + " after it",
                schema);
    }

    private static CodeBlock decimal(CodeBlock value, Kind kind) {
        return switch (kind) {
            case DECIMAL -> value;
            case BIG_WHOLE -> CodeBlock.of("new $T($L)", BigDecimal.class, value);
            default -> CodeBlock.of("$T.valueOf($L)", BigDecimal.class, value);
        };
    }
}
