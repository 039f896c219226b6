package io.heddle.processor.model;

import java.util.List;
import java.util.Optional;

/// One named text of a request.
///
/// @param source the part of the request
/// @param wireName its name there
/// @param shape how many values, and how they are held
/// @param scalar the type of one value
/// @param bounds the smallest and the largest value
/// @param standIn the text that stands for an absent value
/// @param constraints what it must be
/// @param itemConstraints what each value in it must be, when it holds values of its own
public record TextField(
        Source source,
        String wireName,
        Shape shape,
        ScalarType scalar,
        Optional<Range> bounds,
        Optional<String> standIn,
        List<Constraint> constraints,
        List<Constraint> itemConstraints) {
    /// Copies the lists in.
    public TextField {
        constraints = List.copyOf(constraints);
        itemConstraints = List.copyOf(itemConstraints);
    }

    /// The values that a number may have.
    ///
    /// @param min the smallest, the smallest `long` for none
    /// @param max the largest, the largest `long` for none
    public record Range(long min, long max) {}

    /// The part of a request that a text is in.
    public enum Source {
        SEGMENT,
        ENCODED_SEGMENT,
        REST,
        QUERY,
        HEADER,
        COOKIE,
        FORM;

        /// Whether it is in the path.
        public boolean inPath() {
            return this == SEGMENT || this == ENCODED_SEGMENT || this == REST;
        }
    }

    /// How many values a field has, and how Java holds them.
    public enum Shape {
        ONE,
        NULLABLE,
        OPTIONAL,
        LIST,
        SET,
        MAP
    }

    /// Whether a request without it is refused.
    public boolean required() {
        return shape == Shape.ONE && standIn.isEmpty();
    }
}
