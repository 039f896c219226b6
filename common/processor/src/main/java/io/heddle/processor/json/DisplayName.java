package io.heddle.processor.json;

import io.heddle.processor.type.JavaTypes;
import java.util.stream.Collectors;
import javax.lang.model.type.DeclaredType;

/// The simple names of types with those of their arguments.
final class DisplayName {
    private final JavaTypes types;

    DisplayName(JavaTypes types) {
        this.types = types;
    }

    String of(DeclaredType type) {
        String arguments = type.getTypeArguments().stream()
                .map(argument -> types.element(argument)
                        .map(element -> of((DeclaredType) argument))
                        .orElse("Array"))
                .collect(Collectors.joining("_"));
        String simple = type.asElement().getSimpleName().toString();
        return arguments.isEmpty() ? simple : simple + "_" + arguments;
    }
}
