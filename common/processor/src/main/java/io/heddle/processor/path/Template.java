package io.heddle.processor.path;

import java.util.List;
import java.util.stream.Collectors;

/// A path template.
///
/// @param parts its segments in order; none for `/`
public record Template(List<Part> parts) {
    /// One segment, or the rest of the path.
    public sealed interface Part {
        /// The segment as the router reads it.
        String text();
    }

    /// A fixed segment, encoded already.
    ///
    /// @param text the segment
    public record Literal(String text) implements Part {}

    /// A placeholder for one segment.
    ///
    /// @param name the name
    public record Segment(String name) implements Part {
        @Override
        public String text() {
            return "{" + name + "}";
        }
    }

    /// A last placeholder for all that is left.
    ///
    /// @param name the name
    public record Rest(String name) implements Part {
        @Override
        public String text() {
            return "{" + name + ":+}";
        }
    }

    /// Copies the list in.
    public Template {
        parts = List.copyOf(parts);
    }

    /// The template as the router reads it.
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining("/", "/", ""));
    }

    /// The template with nameless placeholders: two of the same shape match the same paths.
    public String shape() {
        return parts.stream().map(Template::shape).collect(Collectors.joining("/", "/", ""));
    }

    /// The names of the placeholders in order.
    public List<String> placeholders() {
        return parts.stream()
                .<String>mapMulti((part, names) -> {
                    switch (part) {
                        case Literal _ -> {}
                        case Segment(String name) -> names.accept(name);
                        case Rest(String name) -> names.accept(name);
                    }
                })
                .toList();
    }

    private static String shape(Part part) {
        return switch (part) {
            case Literal(String text) -> text;
            case Segment _ -> "{}";
            case Rest _ -> "{+}";
        };
    }
}
