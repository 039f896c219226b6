package io.heddle.processor.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/// How the records of a sealed type are told apart.
///
/// @param property the property that tells
/// @param names the value of it for each record, by qualified name
record Tagging(String property, Map<String, String> names) {
    /// Reads it off the annotations of a sealed type.
    static Tagging of(TypeElement sealed) {
        String name = sealed.getSimpleName().toString();
        AnnotationMirror info = Jackson.mark(sealed, "JsonTypeInfo")
                .orElseThrow(() -> new UnsupportedTypeException(
                        name + " is sealed but does not say how its subtypes are told apart;"
                                + " add @JsonTypeInfo(use = NAME, property = \"type\") and @JsonSubTypes"));
        String use = Jackson.text(info, "use").orElse("NAME");
        if (!use.equals("NAME")) {
            throw new UnsupportedTypeException(
                    name + " tells its subtypes apart by " + use + "; use = NAME keeps Java names off the wire");
        }
        return new Tagging(
                Jackson.text(info, "property").filter(text -> !text.isEmpty()).orElse("@type"), names(sealed));
    }

    /// The tag of a record that stands below a sealed type, empty for any other.
    static Optional<Definition.Tag> tagOf(TypeElement record) {
        for (TypeMirror parent : record.getInterfaces()) {
            TypeElement type = (TypeElement) ((DeclaredType) parent).asElement();
            if (type.getModifiers().contains(Modifier.SEALED)
                    && Jackson.mark(type, "JsonTypeInfo").isPresent()) {
                Tagging tagging = of(type);
                return Optional.of(new Definition.Tag(tagging.property, tagging.nameOf(type, record)));
            }
            Optional<Definition.Tag> above = tagOf(type);
            if (above.isPresent()) {
                return above;
            }
        }
        return Optional.empty();
    }

    /// The name of a record below the sealed type.
    String nameOf(TypeElement sealed, TypeElement record) {
        String name = names.get(record.getQualifiedName().toString());
        if (name == null || name.isEmpty()) {
            throw new UnsupportedTypeException(record.getSimpleName() + " has no name in @JsonSubTypes of "
                    + sealed.getSimpleName() + "; add @JsonSubTypes.Type(value = " + record.getSimpleName()
                    + ".class, name = \"...\")");
        }
        return name;
    }

    private static Map<String, String> names(TypeElement sealed) {
        List<AnnotationMirror> types = Jackson.mark(sealed, "JsonSubTypes")
                .map(mark -> Jackson.marks(mark, "value"))
                .orElse(List.of());
        Map<String, String> names = new LinkedHashMap<>();
        types.forEach(type -> names.put(
                Jackson.text(type, "value").orElse(""),
                Jackson.text(type, "name").orElse("")));
        return names;
    }
}
