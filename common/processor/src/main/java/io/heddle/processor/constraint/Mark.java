package io.heddle.processor.constraint;

import io.heddle.processor.model.Constraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/// One constraint as it is written.
///
/// @param mirror the annotation
/// @param written the type it stands on, as a person would write it
record Mark(AnnotationMirror mirror, String written) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /// The simple name of the annotation.
    String name() {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }

    /// The value of a member, written or by default.
    private Optional<Object> member(String member) {
        for (ExecutableElement method :
                ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements())) {
            if (method.getSimpleName().contentEquals(member)) {
                AnnotationValue value = mirror.getElementValues().get(method);
                return Optional.ofNullable(value == null ? method.getDefaultValue() : value)
                        .map(AnnotationValue::getValue);
            }
        }
        return Optional.empty();
    }

    long number(String member) {
        return member(member)
                .map(value -> ((Number) value).longValue())
                .orElseThrow(() -> new IllegalStateException("@" + name() + " has no " + member));
    }

    String text(String member) {
        return member(member).map(Object::toString).orElse("");
    }

    boolean truth(String member) {
        return member(member).map(Boolean.TRUE::equals).orElse(true);
    }

    /// The names of the enum constants of an array.
    List<String> constants(String member) {
        return items(member).stream()
                .map(item -> ((VariableElement) item).getSimpleName().toString())
                .toList();
    }

    /// What an array holds.
    List<Object> items(String member) {
        return member(member).map(value -> value instanceof List<?> list ? list : List.of()).orElse(List.of()).stream()
                .<Object>map(item -> ((AnnotationValue) item).getValue())
                .toList();
    }

    UnsupportedConstraintException refuse(String why) {
        return new UnsupportedConstraintException("@" + name() + " " + why);
    }

    /// Refuses it because the type is none of those it is for.
    UnsupportedConstraintException isFor(String kinds, String fix) {
        return refuse("is for " + kinds + ", and " + written + " is none; " + fix);
    }

    /// The constraint, with the message of the annotation if it has one of its own.
    Constraint constraint(Constraint.Test test, String clause, Map<String, Object> schema) {
        return new Constraint(Optional.of(test), message().orElse(clause), schema);
    }

    private Optional<String> message() {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals("message"))
                .map(entry -> entry.getValue().getValue().toString())
                .findFirst()
                .map(text -> PLACEHOLDER.matcher(text).replaceAll(this::filled));
    }

    /// What stands in a message for the name of a member in braces.
    private String filled(MatchResult found) {
        String text = member(found.group(1)).map(Object::toString).orElse(found.group());
        return Matcher.quoteReplacement(text);
    }
}
