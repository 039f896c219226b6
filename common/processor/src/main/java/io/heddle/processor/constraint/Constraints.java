package io.heddle.processor.constraint;

import com.palantir.javapoet.CodeBlock;
import io.heddle.processor.model.Constraint;
import io.heddle.processor.type.JavaTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/// Reads the constraints that stand on a value.
public final class Constraints {
    private static final String PACKAGE = "jakarta.validation.constraints.";
    private static final String META = "jakarta.validation.Constraint";

    private final JavaTypes types;

    /// Reads types through this.
    public Constraints(JavaTypes types) {
        this.types = types;
    }

    /// The constraints on a parameter or record component.
    ///
    /// @throws UnsupportedConstraintException when one cannot stand there
    public List<Constraint> declared(Element at, TypeMirror type) {
        return at instanceof RecordComponentElement component ? read(field(component), type) : read(at, type);
    }

    /// The constraints on a type argument.
    ///
    /// @throws UnsupportedConstraintException when one cannot stand there
    public List<Constraint> used(TypeMirror argument) {
        return read(argument, argument);
    }

    /// What constraints say that they may stand on: the field of a component, never the component itself.
    private static AnnotatedConstruct field(RecordComponentElement component) {
        return Optional.ofNullable(component.getEnclosingElement()).map(Element::getEnclosedElements).stream()
                .flatMap(List::stream)
                .filter(member -> member.getKind().isField())
                .filter(member -> member.getSimpleName().equals(component.getSimpleName()))
                .<AnnotatedConstruct>map(member -> member)
                .findFirst()
                .orElse(component);
    }

    private List<Constraint> read(AnnotatedConstruct place, TypeMirror type) {
        List<Constraint> constraints = new ArrayList<>();
        for (AnnotationMirror mirror : place.getAnnotationMirrors()) {
            marks(mirror, JavaTypes.written(type)).forEach(mark -> constraints.add(constraint(mark, type)));
        }
        return List.copyOf(constraints);
    }

    /// The constraint that an annotation is, or those that it holds.
    private static List<Mark> marks(AnnotationMirror mirror, String written) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        Mark mark = new Mark(mirror, written);
        String name = type.getQualifiedName().toString();
        if (name.startsWith(PACKAGE) && name.endsWith(".List")) {
            return mark.items("value").stream()
                    .map(AnnotationMirror.class::cast)
                    .map(inner -> new Mark(inner, written))
                    .toList();
        }
        boolean other = type.getAnnotationMirrors().stream()
                .anyMatch(meta -> meta.getAnnotationType().toString().equals(META));
        if (other && !name.startsWith(PACKAGE)) {
            throw mark.refuse("is a constraint of its own, which generated code cannot check;"
                    + " use those of jakarta.validation.constraints, or check it where the value is made");
        }
        return name.startsWith(PACKAGE) ? List.of(mark) : List.of();
    }

    private Constraint constraint(Mark mark, TypeMirror type) {
        if (!mark.items("groups").isEmpty()) {
            throw mark.refuse("names groups, which one contract has no use for; take them out");
        }
        Kind kind = Kind.of(type, types);
        boolean aboutNull = mark.name().equals("NotNull") || mark.name().equals("Null");
        if (kind == Kind.OPTIONAL && !aboutNull) {
            throw mark.refuse("is on an Optional; put it on what is in it: Optional<@" + mark.name() + " ...>");
        }
        return switch (mark.name()) {
            case "NotNull" -> new Constraint(Optional.empty(), "must not be null", Map.of());
            case "Null" -> absent(mark, type, kind);
            case "NotBlank", "NotEmpty", "Size" -> Lengths.read(mark, kind);
            case "Pattern", "Email" -> Forms.read(mark, kind);
            case "Past", "PastOrPresent", "Future", "FutureOrPresent" -> Times.read(mark, kind);
            case "AssertTrue", "AssertFalse" -> Truths.read(mark, kind);
            default -> Amounts.read(mark, kind);
        };
    }

    private static Constraint absent(Mark mark, TypeMirror type, Kind kind) {
        if (type.getKind().isPrimitive()) {
            throw mark.refuse("can never hold for " + mark.written() + "; take it out");
        }
        String test = kind == Kind.OPTIONAL ? "$L.isEmpty()" : "$L == null";
        return mark.constraint((value, _) -> CodeBlock.of(test, value), "must be absent", Map.of());
    }
}
