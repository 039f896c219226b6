package io.heddle.processor.read;

import io.heddle.processor.members.Declared;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.TextField;
import io.heddle.processor.model.TextField.Source;
import io.heddle.processor.model.Verb;
import io.heddle.processor.path.Template;
import io.heddle.processor.report.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;

/// Checks the parameters of a method against the path and against each other.
final class Together {
    private final Problems problems;
    private final Declared method;
    private final Verb verb;
    private final Template template;

    Together(Problems problems, Declared method, Verb verb, Template template) {
        this.problems = problems;
        this.method = method;
        this.verb = verb;
        this.template = template;
    }

    /// Reports what does not go together.
    void check(List<Parameter> parameters) {
        placeholdersHaveParameters(parameters);
        namesDiffer(parameters);
        bodyIsOne(parameters);
        hashKeyIsOne(parameters);
    }

    private void placeholdersHaveParameters(List<Parameter> parameters) {
        Set<String> bound = parameters.stream()
                .flatMap(parameter -> parameter.binding().fields().stream())
                .filter(field -> field.source().inPath())
                .map(TextField::wireName)
                .collect(Collectors.toSet());
        for (String name : template.placeholders()) {
            if (!bound.contains(name)) {
                problems.error(
                        method.marked(),
                        verb.mark(),
                        "value",
                        "placeholder '{" + name + "}' has no parameter; add a parameter '" + name
                                + "' or mark one @Path(\"" + name + "\")");
            }
        }
    }

    private void namesDiffer(List<Parameter> parameters) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < parameters.size(); i++) {
            for (TextField field : parameters.get(i).binding().fields()) {
                if (field.shape() != TextField.Shape.MAP && !seen.add(key(field))) {
                    problems.error(
                            element(i),
                            "parameter '" + parameters.get(i).name() + "' takes '" + field.wireName()
                                    + "', which another parameter takes; rename one");
                }
            }
        }
    }

    private static String key(TextField field) {
        return switch (field.source()) {
            case SEGMENT, ENCODED_SEGMENT, REST -> "path " + field.wireName();
            case HEADER -> "header " + field.wireName().toLowerCase(Locale.ROOT);
            case QUERY, COOKIE, FORM -> field.source() + " " + field.wireName();
        };
    }

    private void bodyIsOne(List<Parameter> parameters) {
        boolean form = false;
        boolean body = false;
        for (int i = 0; i < parameters.size(); i++) {
            boolean isForm =
                    parameters.get(i).binding().fields().stream().anyMatch(field -> field.source() == Source.FORM);
            boolean isBody = parameters.get(i).binding().isBody();
            if (isForm && verb == Verb.GET) {
                problems.error(
                        element(i),
                        "parameter '" + parameters.get(i).name()
                                + "' is a form field, and GET has no body; use @Post, or pass it as @Query");
            }
            if ((isBody && (body || form)) || (isForm && body)) {
                problems.error(
                        element(i),
                        "parameter '" + parameters.get(i).name()
                                + "' is a second body; put both into one record, or mark one @Query");
            }
            form |= isForm;
            body |= isBody;
        }
    }

    private void hashKeyIsOne(List<Parameter> parameters) {
        boolean found = false;
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).hashKey() && found) {
                problems.error(
                        element(i), "parameter '" + parameters.get(i).name() + "' is a second @HashKey; keep one");
            }
            found |= parameters.get(i).hashKey();
        }
    }

    private Element element(int parameter) {
        return method.marked().getParameters().get(parameter);
    }
}
