package io.heddle.processor.json;

import com.palantir.javapoet.TypeName;
import io.heddle.processor.model.ScalarType;
import io.heddle.processor.naming.Names;
import io.heddle.processor.type.JavaTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/// Reads Java types as JSON, and collects the definitions they need on the way.
public final class JsonShapes {
    private final JavaTypes types;
    private final Asked asked;
    private final DisplayName names;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Set<String> unwrapping = new HashSet<>();

    /// Begins without definitions.
    public JsonShapes(JavaTypes types) {
        this.types = types;
        this.asked = new Asked(types);
        this.names = new DisplayName(types);
    }

    /// Begins without definitions, for what has no place in those of another.
    public JsonShapes(JsonShapes other) {
        this(other.types);
    }

    /// The definitions so far, by key.
    public Map<String, Definition> definitions() {
        return Collections.unmodifiableMap(definitions);
    }

    /// The definition of a key that a shape has named.
    public Definition definition(String key) {
        return Objects.requireNonNull(definitions.get(key));
    }

    /// How a value of the type looks as JSON.
    ///
    /// @throws UnsupportedTypeException when it cannot be read and written
    public JsonShape read(TypeMirror type) {
        types.unresolved(type).ifPresent(part -> {
            throw new UnsupportedTypeException(part + " says too little to read JSON; write the full type");
        });
        Optional<ScalarType> scalar =
                types.scalar(type).filter(found -> found.known().isPresent());
        if (scalar.isPresent()) {
            return new JsonShape.Plain(scalar.get());
        }
        if (type instanceof ArrayType array) {
            return types.isBytes(type)
                    ? new JsonShape.Bytes()
                    : new JsonShape.Items(read(array.getComponentType()), false);
        }
        if (type instanceof DeclaredType declared) {
            return ofClass(declared, types.element(type).orElseThrow());
        }
        throw new UnsupportedTypeException(
                JavaTypes.written(type) + " cannot be JSON; use a record, a collection or a scalar");
    }

    private JsonShape ofClass(DeclaredType type, TypeElement element) {
        if (types.isAny(type, List.class, Set.class, Collection.class)) {
            return new JsonShape.Items(inner(type.getTypeArguments().getFirst()), types.is(type, Set.class));
        }
        if (types.is(type, Map.class)) {
            return entries(type);
        }
        if (types.is(type, Optional.class)) {
            return new JsonShape.Maybe(inner(type.getTypeArguments().getFirst()));
        }
        if (types.is(type, Object.class)
                || types.name(type).startsWith("tools.jackson.databind.JsonNode")
                || types.name(type).startsWith("tools.jackson.databind.node.")) {
            return new JsonShape.Anything();
        }
        return ofNamed(type, element);
    }

    /// A type argument with what is asked of it.
    private JsonShape inner(TypeMirror argument) {
        return Asked.on(read(argument), asked.of(argument));
    }

    private JsonShape entries(DeclaredType type) {
        TypeMirror key = type.getTypeArguments().getFirst();
        if (types.scalar(key).isEmpty()) {
            throw new UnsupportedTypeException("a key of a JSON object is text, and " + JavaTypes.written(key)
                    + " is none; use String, a number, an enum or another scalar as the key");
        }
        return new JsonShape.Entries(inner(type.getTypeArguments().get(1)), asked.of(key));
    }

    private JsonShape ofNamed(DeclaredType type, TypeElement element) {
        refuseSpecial(element);
        String key = TypeName.get(type).toString();
        Optional<ExecutableElement> value = Jackson.valueMethod(element);
        if (value.isPresent()) {
            return unwrap(key, types.accessorType(type, value.get()), Secrets.isSecret(element));
        }
        if (!definitions.containsKey(key)) {
            define(key, type, element);
        }
        return new JsonShape.Named(key);
    }

    private JsonShape unwrap(String key, TypeMirror value, boolean secret) {
        if (!unwrapping.add(key)) {
            return new JsonShape.Anything();
        }
        JsonShape shape = new JsonShape.Unwrapped(read(value), secret);
        unwrapping.remove(key);
        return shape;
    }

    private void define(String key, DeclaredType type, TypeElement element) {
        definitions.put(key, placeholder(type, element));
        try {
            definitions.put(key, definition(type, element));
        } catch (UnsupportedTypeException e) {
            definitions.remove(key);
            throw e;
        }
    }

    /// Keeps the place, so that definitions stand in the order in which they are met.
    private static Definition placeholder(DeclaredType type, TypeElement element) {
        return new Definition.Constants(element, type, "", List.of());
    }

    private Definition definition(DeclaredType type, TypeElement element) {
        if (element.getKind() == ElementKind.ENUM) {
            return new Definition.Constants(element, type, names.of(type), Jackson.constants(element));
        }
        if (element.getKind() == ElementKind.RECORD) {
            return structure(type, element);
        }
        if (element.getModifiers().contains(Modifier.SEALED)) {
            return choice(type, element);
        }
        if (Jackson.hasCreator(element)) {
            return new Definition.Structure(element, type, names.of(type), List.of(), Optional.empty());
        }
        if (element.getQualifiedName().toString().startsWith("java.")) {
            throw new UnsupportedTypeException(element.getSimpleName()
                    + " cannot be read from JSON; use a record, List, Set, Map, Optional, a number, text or a time");
        }
        throw new UnsupportedTypeException(element.getSimpleName() + " cannot be read from JSON: it is "
                + (element.getModifiers().contains(Modifier.ABSTRACT)
                        ? "abstract without a list of subtypes; make it sealed with @JsonTypeInfo and @JsonSubTypes"
                        : "no record; make it a record, or mark a constructor @JsonCreator"));
    }

    private Definition structure(DeclaredType type, TypeElement element) {
        List<Definition.Property> properties = new ArrayList<>();
        for (RecordComponentElement component : element.getRecordComponents()) {
            if (Jackson.mark(component.getAccessor(), "JsonIgnore").isEmpty()) {
                properties.add(property(type, component));
            }
        }
        return new Definition.Structure(element, type, names.of(type), properties, Tagging.tagOf(element));
    }

    private Definition.Property property(DeclaredType owner, RecordComponentElement component) {
        String name = component.getSimpleName().toString();
        TypeMirror type = types.accessorType(owner, component.getAccessor());
        boolean nullable = types.nullable(
                        component, component.asType(), component.getAccessor().getReturnType())
                .isPresent();
        try {
            if (nullable) {
                throw new UnsupportedTypeException(
                        "JSON that may be absent is an Optional; write Optional<" + JavaTypes.written(type) + ">");
            }
            JsonShape shape = read(type);
            boolean maybe = shape instanceof JsonShape.Maybe;
            return new Definition.Property(
                    Jackson.property(component.getAccessor()).orElseGet(() -> Names.snake(name)),
                    name,
                    Asked.on(shape, asked.of(component, type)),
                    !maybe,
                    Secrets.isSecret(component));
        } catch (UnsupportedTypeException e) {
            String where = owner.asElement().getSimpleName() + "." + name;
            throw e.sentence().startsWith("in ")
                    ? e
                    : new UnsupportedTypeException("in " + where + ": " + e.sentence());
        }
    }

    private Definition choice(DeclaredType type, TypeElement element) {
        if (!type.getTypeArguments().isEmpty()) {
            throw new UnsupportedTypeException(
                    element.getSimpleName() + " is sealed and generic, which cannot be JSON; take the parameters off");
        }
        Tagging tagging = Tagging.of(element);
        Map<String, JsonShape> variants = new LinkedHashMap<>();
        for (TypeElement leaf : leaves(element)) {
            variants.put(tagging.nameOf(element, leaf), read(leaf.asType()));
        }
        return new Definition.Choice(element, type, names.of(type), tagging.property(), variants);
    }

    private List<TypeElement> leaves(TypeElement sealed) {
        return sealed.getPermittedSubclasses().stream()
                .flatMap(permitted -> types.element(permitted).stream())
                .<TypeElement>mapMulti((child, all) -> {
                    if (child.getModifiers().contains(Modifier.SEALED)) {
                        leaves(child).forEach(all);
                    } else {
                        all.accept(child);
                    }
                })
                .toList();
    }

    private static void refuseSpecial(TypeElement element) {
        String name = element.getQualifiedName().toString();
        if (name.startsWith("io.heddle.contract.reply.")) {
            throw new UnsupportedTypeException(
                    element.getSimpleName() + " stands only for the whole result; return it, or use a record here");
        }
        if (element.getModifiers().contains(Modifier.PRIVATE)) {
            throw new UnsupportedTypeException(
                    element.getSimpleName() + " is private, and generated code cannot name it; make it visible");
        }
    }
}
