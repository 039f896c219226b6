package io.heddle.processor.type;

import com.palantir.javapoet.TypeName;
import io.heddle.contract.text.Scalar;
import io.heddle.processor.model.ScalarType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/// Answers what kind of thing a type is.
public final class JavaTypes {
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+");

    private final Types types;

    /// Asks javac.
    public JavaTypes(Types types) {
        this.types = types;
    }

    /// The scalar type of a primitive, a box, an enum, text, a number or a time; empty for any other.
    public Optional<ScalarType> scalar(TypeMirror type) {
        TypeMirror boxed = boxed(type);
        return element(boxed).flatMap(element -> {
            String name = element.getQualifiedName().toString();
            Optional<Scalar<?>> known = Scalar.named(name);
            boolean scalar = known.isPresent() || element.getKind() == ElementKind.ENUM;
            return scalar ? Optional.of(new ScalarType(boxed, name, known)) : Optional.empty();
        });
    }

    /// Whether the type is that class, whatever its arguments.
    public boolean is(TypeMirror type, Class<?> wanted) {
        return name(type).equals(wanted.getName());
    }

    /// Whether the type is one of those classes, whatever its arguments.
    public boolean isAny(TypeMirror type, Class<?>... wanted) {
        return Stream.of(wanted).anyMatch(one -> is(type, one));
    }

    /// The qualified name of a class type, empty for any other.
    public String name(TypeMirror type) {
        return element(type)
                .map(element -> element.getQualifiedName().toString())
                .orElse("");
    }

    /// The type as it is written in a source that imports everything.
    public static String written(TypeMirror type) {
        return PACKAGE.matcher(TypeName.get(type).toString()).replaceAll("");
    }

    /// The class of a class type.
    public Optional<TypeElement> element(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    /// The record of a record type.
    public Optional<TypeElement> record(TypeMirror type) {
        return element(type).filter(element -> element.getKind() == ElementKind.RECORD);
    }

    /// Whether the type is an array of bytes.
    public boolean isBytes(TypeMirror type) {
        return type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE;
    }

    /// The type arguments, none when it has none or is raw.
    public List<? extends TypeMirror> arguments(TypeMirror type) {
        return type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    }

    /// The class type for a primitive, the type itself for any other.
    public TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : type;
    }

    /// The type of a record component, with the arguments of the record put in.
    public TypeMirror accessorType(TypeMirror owner, ExecutableElement accessor) {
        return ((ExecutableType) types.asMemberOf((DeclaredType) owner, accessor)).getReturnType();
    }

    /// The first part of the type that no generated code could name: raw, a wildcard, or a type variable.
    public Optional<String> unresolved(TypeMirror type) {
        return switch (type.getKind()) {
            case WILDCARD -> Optional.of("the wildcard " + written(type));
            case TYPEVAR -> Optional.of("the type variable " + written(type));
            case ARRAY -> unresolved(((ArrayType) type).getComponentType());
            case DECLARED -> unresolvedArgument((DeclaredType) type);
            default -> Optional.empty();
        };
    }

    /// Whether a part of the type is not known, perhaps because it is yet to be generated.
    public boolean missing(TypeMirror type) {
        return switch (type.getKind()) {
            case ERROR -> true;
            case ARRAY -> missing(((ArrayType) type).getComponentType());
            case DECLARED -> arguments(type).stream().anyMatch(this::missing);
            default -> false;
        };
    }

    /// The annotation that allows null, of any library.
    public Optional<AnnotationMirror> nullable(AnnotatedConstruct... places) {
        return Stream.of(places)
                .flatMap(place -> place.getAnnotationMirrors().stream())
                .filter(mirror -> simpleName(mirror).contentEquals("Nullable"))
                .<AnnotationMirror>map(mirror -> mirror)
                .findFirst();
    }

    private static Name simpleName(AnnotationMirror mirror) {
        Element type = mirror.getAnnotationType().asElement();
        return type.getSimpleName();
    }

    private Optional<String> unresolvedArgument(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        if (type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
            return Optional.of("the raw type " + element.getSimpleName());
        }
        return type.getTypeArguments().stream()
                .flatMap(argument -> unresolved(argument).stream())
                .findFirst();
    }
}
