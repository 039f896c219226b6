package io.heddle.kit.server.route;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A path template in its parts.
///
/// @param steps the segments in order
/// @param names the names of the parameters in order
record Template(List<Step> steps, List<String> names) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$.-]*");

    /// One segment, or all that is left.
    sealed interface Step {
        /// The very text.
        record Literal(String text) implements Step {}

        /// Any one segment.
        record One() implements Step {}

        /// One or more segments to the end.
        record Rest() implements Step {}
    }

    static Template parse(String template) {
        if (!template.startsWith("/")) {
            throw wrong(template, "does not begin with a slash");
        }
        List<Step> steps = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String segment :
                template.equals("/") ? new String[0] : template.substring(1).split("/", -1)) {
            if (!steps.isEmpty() && steps.getLast() instanceof Step.Rest) {
                throw wrong(template, "goes on behind the rest");
            }
            steps.add(step(template, segment, names));
        }
        return new Template(List.copyOf(steps), List.copyOf(names));
    }

    private static Step step(String template, String segment, List<String> names) {
        if (!segment.startsWith("{") || !segment.endsWith("}")) {
            if (segment.isEmpty() || segment.indexOf('{') >= 0 || segment.indexOf('}') >= 0) {
                throw wrong(template, "has a segment that is neither plain text nor one parameter");
            }
            return new Step.Literal(segment);
        }
        boolean rest = segment.endsWith(":+}");
        String name = segment.substring(1, segment.length() - (rest ? 3 : 1));
        if (!NAME.matcher(name).matches() || names.contains(name)) {
            throw wrong(template, "has a parameter name that is malformed or there twice");
        }
        names.add(name);
        return rest ? new Step.Rest() : new Step.One();
    }

    private static IllegalArgumentException wrong(String template, String what) {
        return new IllegalArgumentException("the path template " + template + " " + what);
    }
}
