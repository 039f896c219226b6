package io.heddle.processor.read;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.contract.text.Scalar;
import io.heddle.contract.text.TextFormatException;
import io.heddle.processor.model.ScalarType;
import io.heddle.processor.model.TextField;
import io.heddle.processor.model.TextField.Range;
import io.heddle.processor.type.JavaTypes;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;

/// Checks what the source says of the values of a field: their bounds, and what stands for an absent one.
final class Values {
    private final Scope scope;

    Values(Scope scope) {
        this.scope = scope;
    }

    /// Whether all is well; says what is not.
    boolean isRight(Texts.Wanted wanted, TextField field) {
        Optional<String> bounds = field.bounds().flatMap(range -> boundsProblem(field, range));
        bounds.ifPresent(message -> report(wanted, Bounds.class, "max", message));
        if (bounds.isPresent()) {
            return false;
        }
        Optional<String> standIn = field.standIn().flatMap(text -> standInProblem(wanted, field, text));
        standIn.ifPresent(message -> report(wanted, Default.class, "value", message));
        return standIn.isEmpty();
    }

    private void report(Texts.Wanted wanted, Class<? extends Annotation> mark, String member, String message) {
        scope.problems().error(wanted.at(), mark, member, "parameter '" + Texts.name(wanted) + "': " + message);
    }

    private Optional<String> boundsProblem(TextField field, Range range) {
        if (range.min() > range.max()) {
            return Optional.of("the bounds " + range.min() + " to " + range.max() + " leave nothing; turn them round");
        }
        boolean number = field.scalar().known().isPresent() && isNumber(field.scalar());
        return number ? Optional.empty() : Optional.of("@Bounds is for numbers; take it out");
    }

    private static boolean isNumber(ScalarType type) {
        return type.className().startsWith("java.math.")
                || List.of("Integer", "Long", "Short", "Byte", "Double", "Float").stream()
                        .anyMatch(name -> type.className().equals("java.lang." + name));
    }

    private Optional<String> standInProblem(Texts.Wanted wanted, TextField field, String text) {
        if (field.source().inPath()) {
            return Optional.of("a path parameter is always there; take @Default out");
        }
        return switch (field.shape()) {
            case ONE, NULLABLE -> mismatch(field, text).map(clause -> "the default '" + text + "' " + clause);
            case OPTIONAL, LIST, SET, MAP ->
                Optional.of("@Default stands for one value, and " + JavaTypes.written(wanted.type())
                        + " has its own for absent; take @Default out");
        };
    }

    private Optional<String> mismatch(TextField field, String text) {
        if (field.scalar().known().isEmpty()) {
            List<String> constants = constants(field.scalar());
            return constants.contains(text)
                    ? Optional.empty()
                    : Optional.of("must be one of " + String.join(", ", constants));
        }
        try {
            Scalar<?> scalar = field.scalar().known().get();
            field.bounds()
                    .<Scalar<?>>map(range -> scalar.within(range.min(), range.max()))
                    .orElse(scalar)
                    .parse(text);
            return Optional.empty();
        } catch (TextFormatException e) {
            return Optional.of(e.clause());
        }
    }

    private List<String> constants(ScalarType type) {
        return scope.types().element(type.type()).orElseThrow().getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(member -> member.getSimpleName().toString())
                .toList();
    }
}
