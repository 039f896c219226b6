package io.heddle.processor.json;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/// Jackson's annotations, known by name so that nothing depends on them.
final class Jackson {
    private static final String PACKAGE = "com.fasterxml.jackson.annotation.";

    private Jackson() {}

    static Optional<AnnotationMirror> mark(Element element, String name) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().toString().equals(PACKAGE + name))
                .<AnnotationMirror>map(mirror -> mirror)
                .findFirst();
    }

    /// The member that was written, as text; an enum constant by its name.
    static Optional<String> text(AnnotationMirror mark, String member) {
        return member(mark, member).map(value -> value.getValue().toString());
    }

    /// The members of an array that holds annotations.
    static List<AnnotationMirror> marks(AnnotationMirror mark, String member) {
        return member(mark, member)
                .map(value -> value.getValue() instanceof List<?> list ? list : List.of())
                .orElse(List.of())
                .stream()
                .map(item -> ((AnnotationValue) item).getValue())
                .filter(AnnotationMirror.class::isInstance)
                .map(AnnotationMirror.class::cast)
                .toList();
    }

    /// The method whose result is the whole JSON value.
    static Optional<ExecutableElement> valueMethod(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> mark(method, "JsonValue").isPresent())
                .findFirst();
    }

    /// Whether a constructor or factory says how it is read.
    static boolean hasCreator(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.CONSTRUCTOR || member.getKind() == ElementKind.METHOD)
                .anyMatch(member -> mark(member, "JsonCreator").isPresent());
    }

    /// The name that `@JsonProperty` gives.
    static Optional<String> property(Element element) {
        return mark(element, "JsonProperty")
                .flatMap(mark -> text(mark, "value"))
                .filter(name -> !name.isEmpty());
    }

    /// The values of an enum as JSON.
    static List<String> constants(TypeElement element) {
        return element.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(member ->
                        property(member).orElseGet(() -> member.getSimpleName().toString()))
                .toList();
    }

    private static Optional<AnnotationValue> member(AnnotationMirror mark, String member) {
        return mark.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .<AnnotationValue>map(entry -> entry.getValue())
                .findFirst();
    }
}
