package io.heddle.processor.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/// An interface marked `@HttpApi`.
///
/// @param type the interface
/// @param packageName its package, empty for the default one
/// @param service the name of the service
/// @param tags the tags of its operations
/// @param operations its abstract methods, its own before the inherited
public record Contract(
        TypeElement type, String packageName, String service, List<String> tags, List<Operation> operations) {
    /// The name of a generated class: that of the interface with its enclosing classes, then the suffix.
    public String nameWith(String suffix) {
        return nest().map(place -> place.getSimpleName().toString()).collect(Collectors.joining("_", "", suffix));
    }

    /// The name of an operation for metrics, logs and spans.
    public String label(Operation operation) {
        return type.getSimpleName() + "." + operation.id();
    }

    /// Whether the generated classes may be public.
    public boolean isPublic() {
        return nest().allMatch(place -> place.getModifiers().contains(Modifier.PUBLIC));
    }

    /// The interface behind its enclosing classes, the outermost first.
    private Stream<TypeElement> nest() {
        Deque<TypeElement> nest = new ArrayDeque<>();
        for (Element place = type; place instanceof TypeElement known; place = known.getEnclosingElement()) {
            nest.addFirst(known);
        }
        return nest.stream();
    }
}
