package io.heddle.processor.report;

import java.lang.annotation.Annotation;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/// Reports what is wrong with one contract, at the place in the source that can be mended.
public final class Problems {
    private static final String SUPPRESSION = "heddle";

    private final Messager messager;
    private final TypeElement contract;
    private int errors;

    /// Begins without a problem.
    public Problems(Messager messager, TypeElement contract) {
        this.messager = messager;
        this.contract = contract;
    }

    /// Whether there was no error; warnings do not count.
    public boolean none() {
        return errors == 0;
    }

    /// Reports an error at an element.
    public void error(Element at, String message) {
        errors++;
        if (inContract(at)) {
            messager.printMessage(Diagnostic.Kind.ERROR, message, at);
        } else {
            messager.printMessage(Diagnostic.Kind.ERROR, inherited(at, message), contract);
        }
    }

    /// Reports an error at a member of an annotation.
    public void error(Element at, Class<? extends Annotation> mark, String member, String message) {
        AnnotationMirror mirror = Marks.find(at, mark).orElse(null);
        if (mirror == null || !inContract(at)) {
            error(at, message);
            return;
        }
        errors++;
        Marks.member(mirror, member)
                .ifPresentOrElse(
                        value -> messager.printMessage(Diagnostic.Kind.ERROR, message, at, mirror, value),
                        () -> messager.printMessage(Diagnostic.Kind.ERROR, message, at, mirror));
    }

    /// Reports a warning, unless `@SuppressWarnings("heddle")` stands there or around it.
    public void warning(Element at, Class<? extends Annotation> mark, String message) {
        if (suppressed(at)) {
            return;
        }
        if (inContract(at)) {
            messager.printMessage(
                    Diagnostic.Kind.WARNING, message, at, Marks.find(at, mark).orElse(null));
        } else {
            messager.printMessage(Diagnostic.Kind.WARNING, inherited(at, message), contract);
        }
    }

    private boolean inContract(Element at) {
        for (Element place = at; place != null; place = place.getEnclosingElement()) {
            if (place.equals(contract)) {
                return true;
            }
        }
        return false;
    }

    /// The message behind the names of the type and member that it is about.
    private static String inherited(Element at, String message) {
        Element owner = at.getEnclosingElement();
        if (owner instanceof ExecutableElement method) {
            return inherited(method, message);
        }
        return (owner == null ? "" : owner.getSimpleName() + ".") + at.getSimpleName() + ": " + message;
    }

    private static boolean suppressed(Element at) {
        for (Element place = at; place != null; place = place.getEnclosingElement()) {
            SuppressWarnings suppress = place.getAnnotation(SuppressWarnings.class);
            if (suppress != null && List.of(suppress.value()).contains(SUPPRESSION)) {
                return true;
            }
        }
        return false;
    }
}
