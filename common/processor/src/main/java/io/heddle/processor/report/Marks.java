package io.heddle.processor.report;

import java.lang.annotation.Annotation;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/// Finds annotations in the source, so that a message can point at them.
final class Marks {
    private Marks() {}

    static Optional<AnnotationMirror> find(Element element, Class<? extends Annotation> mark) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().asElement() instanceof TypeElement type
                        && type.getQualifiedName().contentEquals(mark.getName()))
                .<AnnotationMirror>map(mirror -> mirror)
                .findFirst();
    }

    static Optional<AnnotationValue> member(AnnotationMirror mark, String member) {
        return mark.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .<AnnotationValue>map(entry -> entry.getValue())
                .findFirst();
    }
}
