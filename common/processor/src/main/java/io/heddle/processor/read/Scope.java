package io.heddle.processor.read;

import io.heddle.processor.json.JsonShapes;
import io.heddle.processor.json.UnsupportedTypeException;
import io.heddle.processor.report.Problems;
import io.heddle.processor.type.JavaTypes;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/// What the readers of one contract share.
///
/// @param types answers about types
/// @param shapes the JSON that has been read so far
/// @param problems where errors go
record Scope(JavaTypes types, JsonShapes shapes, Problems problems) {
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
}
