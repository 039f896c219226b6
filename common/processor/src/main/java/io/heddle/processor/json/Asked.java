package io.heddle.processor.json;

import io.heddle.processor.constraint.Constraints;
import io.heddle.processor.constraint.UnsupportedConstraintException;
import io.heddle.processor.model.Constraint;
import io.heddle.processor.type.JavaTypes;
import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/// What is asked of values within JSON.
final class Asked {
    private final Constraints constraints;

    Asked(JavaTypes types) {
        this.constraints = new Constraints(types);
    }

    /// What is asked of a type argument.
    List<Constraint> of(TypeMirror argument) {
        return read(() -> constraints.used(argument));
    }

    /// What is asked of a component.
    List<Constraint> of(Element component, TypeMirror type) {
        return read(() -> constraints.declared(component, type));
    }

    private static List<Constraint> read(Supplier<List<Constraint>> read) {
        try {
            return read.get();
        } catch (UnsupportedConstraintException e) {
            throw new UnsupportedTypeException(e.sentence());
        }
    }

    /// A shape with what is asked of it.
    static JsonShape on(JsonShape shape, List<Constraint> asked) {
        return asked.isEmpty() ? shape : new JsonShape.Constrained(shape, asked);
    }
}
