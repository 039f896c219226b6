package io.heddle.processor.read;

import io.heddle.processor.constraint.Constraints;
import io.heddle.processor.constraint.UnsupportedConstraintException;
import io.heddle.processor.json.JsonShapes;
import io.heddle.processor.json.UnsupportedTypeException;
import io.heddle.processor.model.Constraint;
import io.heddle.processor.report.Problems;
import io.heddle.processor.type.JavaTypes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/// What the readers of one contract share.
///
/// @param types answers about types
/// @param shapes the JSON that has been read so far
/// @param problems where errors go
/// @param constraints reads what is asked of values
record Scope(JavaTypes types, JsonShapes shapes, Problems problems, Constraints constraints) {
    /// Whether a type can be JSON; says why when it cannot.
    boolean isJson(TypeMirror type, Element at, String what) {
        try {
            shapes.read(type);
            return true;
        } catch (UnsupportedTypeException e) {
            problems.error(at, what + ": " + e.sentence());
            return false;
        }
    }

    /// What is asked of a parameter or component; empty when an error was reported.
    Optional<List<Constraint>> constraints(Element at, Supplier<List<Constraint>> read) {
        try {
            return Optional.of(read.get());
        } catch (UnsupportedConstraintException e) {
            problems.error(at, "parameter '" + at.getSimpleName() + "': " + e.sentence());
            return Optional.empty();
        }
    }
}
