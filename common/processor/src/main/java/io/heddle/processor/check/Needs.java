package io.heddle.processor.check;

import io.heddle.processor.json.Definition;
import io.heddle.processor.json.JsonShape;
import io.heddle.processor.json.JsonShapes;
import io.heddle.processor.model.Constraint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells which shapes have something to check, in themselves or below.
final class Needs {
    private final JsonShapes shapes;

    Needs(JsonShapes shapes) {
        this.shapes = shapes;
    }

    boolean checks(JsonShape shape) {
        return checks(shape, new HashSet<>());
    }

    /// Whether one of them can fail.
    static boolean tests(List<Constraint> constraints) {
        return constraints.stream().anyMatch(constraint -> constraint.test().isPresent());
    }

    private boolean checks(JsonShape shape, Set<String> seen) {
        return switch (shape) {
            case JsonShape.Constrained(JsonShape value, List<Constraint> constraints) ->
                tests(constraints) || checks(value, seen);
            case JsonShape.Items items -> checks(items.item(), seen);
            case JsonShape.Maybe(JsonShape value) -> checks(value, seen);
            case JsonShape.Entries(JsonShape value, List<Constraint> keys) -> tests(keys) || checks(value, seen);
            case JsonShape.Named(String key) -> seen.add(key) && checks(shapes.definition(key), seen);
            case JsonShape.Unwrapped _, JsonShape.Plain _, JsonShape.Bytes _, JsonShape.Anything _ -> false;
        };
    }

    private boolean checks(Definition definition, Set<String> seen) {
        return switch (definition) {
            case Definition.Structure structure ->
                structure.properties().stream().anyMatch(property -> checks(property.shape(), seen));
            case Definition.Choice choice -> choice.variants().values().stream().anyMatch(one -> checks(one, seen));
            case Definition.Constants _ -> false;
        };
    }
}
