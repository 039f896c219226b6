package io.heddle.processor.constraint;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.heddle.processor.model.Constraint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a text must look like.
final class Forms {
    /// What Java's patterns have and those of JSON Schema (ECMA-262) have not.
    private static final Pattern JAVA_ONLY = Pattern.compile("\\(\\?[^:=!]|[*+?}]\\+|\\\\[pPQEAzZGRXhHN]|&&|\\[\\[");

    private Forms() {}

    static Constraint read(Mark mark, Kind kind) {
        if (kind != Kind.TEXT) {
            throw mark.isFor("texts", kind.isNumber() ? "use @Min, @Max or @Digits" : "take it out");
        }
        return mark.name().equals("Email") ? email(mark) : pattern(mark);
    }

    private static Constraint pattern(Mark mark) {
        String regex = compiled(mark);
        List<String> flags = mark.constants("flags");
        return mark.constraint(
                (value, ready) -> matches(value, ready, mark), "must match " + regex, schema(regex, flags));
    }

    private static Constraint email(Mark mark) {
        String regex = compiled(mark);
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("format", "email"));
        boolean more = !regex.equals(".*");
        if (more) {
            schema.putAll(schema(regex, mark.constants("flags")));
        }
        return mark.constraint(
                (value, ready) -> more
                        ? CodeBlock.of("$T.email($L) && $L", Lengths.CHECKS, value, matches(value, ready, mark))
                        : CodeBlock.of("$T.email($L)", Lengths.CHECKS, value),
                "must be an e-mail address",
                schema);
    }

    private static String compiled(Mark mark) {
        String regex = mark.text("regexp");
        try {
            return Pattern.compile(regex, bits(mark.constants("flags"))).pattern();
        } catch (PatternSyntaxException e) {
            throw mark.refuse(
                    "has the pattern '" + regex + "', which Java cannot read (" + e.getDescription() + "); mend it");
        }
    }

    private static CodeBlock matches(CodeBlock value, Constraint.Ready ready, Mark mark) {
        int bits = bits(mark.constants("flags"));
        CodeBlock pattern = bits == 0
                ? CodeBlock.of("$T.compile($S)", Pattern.class, mark.text("regexp"))
                : CodeBlock.of("$T.compile($S, $L)", Pattern.class, mark.text("regexp"), bits);
        return CodeBlock.of("$N.matcher($L).matches()", ready.constant(TypeName.get(Pattern.class), pattern), value);
    }

    /// The flags of `jakarta.validation` have the names of Java's, but for one.
    private static int bits(List<String> flags) {
        int bits = 0;
        for (String flag : flags) {
            bits |= switch (flag) {
                case "UNIX_LINES" -> Pattern.UNIX_LINES;
                case "CASE_INSENSITIVE" -> Pattern.CASE_INSENSITIVE;
                case "COMMENTS" -> Pattern.COMMENTS;
                case "MULTILINE" -> Pattern.MULTILINE;
                case "DOTALL" -> Pattern.DOTALL;
                case "UNICODE_CASE" -> Pattern.UNICODE_CASE;
                default -> Pattern.CANON_EQ;
            };
        }
        return bits;
    }

    /// A pattern of JSON Schema matches any part, so that it is put between the ends; one that only Java reads is
    /// left out.
    private static Map<String, Object> schema(String regex, List<String> flags) {
        return flags.isEmpty() && !JAVA_ONLY.matcher(regex).find()
                ? Map.of("pattern", "^(?:" + regex + ")$")
                : Map.of();
    }
}
