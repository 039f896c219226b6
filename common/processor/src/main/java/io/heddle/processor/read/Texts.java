package io.heddle.processor.read;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.processor.model.Constraint;
import io.heddle.processor.model.ScalarType;
import io.heddle.processor.model.TextField;
import io.heddle.processor.model.TextField.Shape;
import io.heddle.processor.model.TextField.Source;
import io.heddle.processor.type.JavaTypes;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/// Reads parameters and components that are named texts of the request.
final class Texts {
    private static final Set<String> OWNED_HEADERS = Set.of(
            "host",
            "content-length",
            "connection",
            "transfer-encoding",
            "keep-alive",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "proxy-connection");
    private static final String TOKEN = "!#$%&'*+-.^_`|~";

    private final Scope scope;

    Texts(Scope scope) {
        this.scope = scope;
    }

    /// Where a text is to be read from.
    ///
    /// @param at the parameter or component
    /// @param type its type
    /// @param source the part of the request
    /// @param wireName its name there
    record Wanted(Element at, TypeMirror type, Source source, String wireName) {}

    /// Reads the field; empty when an error was reported.
    Optional<TextField> read(Wanted wanted) {
        if (!hasGoodName(wanted)) {
            return Optional.empty();
        }
        Optional<Held> held = held(wanted.type()).filter(found -> fits(found.shape(), wanted));
        if (held.isEmpty()) {
            scope.problems().error(wanted.at(), unconvertible(wanted));
            return Optional.empty();
        }
        return constraints(wanted).flatMap(asked -> field(wanted, held.get(), asked));
    }

    /// What is asked of a value, and of each in it.
    private record Asked(List<Constraint> whole, List<Constraint> items) {}

    private Optional<Asked> constraints(Wanted wanted) {
        List<? extends TypeMirror> arguments = scope.types().arguments(wanted.type());
        return scope.constraints(wanted.at(), () -> scope.constraints().declared(wanted.at(), wanted.type()))
                .flatMap(whole -> scope.constraints(
                                wanted.at(),
                                () -> arguments.isEmpty()
                                        ? List.of()
                                        : scope.constraints().used(arguments.getLast()))
                        .map(items -> new Asked(whole, items)));
    }

    private Optional<TextField> field(Wanted wanted, Held held, Asked asked) {
        TextField field = new TextField(
                wanted.source(),
                wanted.wireName(),
                shape(wanted, held.shape()),
                held.scalar(),
                Optional.ofNullable(wanted.at().getAnnotation(Bounds.class))
                        .map(bounds -> new TextField.Range(bounds.min(), bounds.max())),
                Optional.ofNullable(wanted.at().getAnnotation(Default.class)).map(Default::value),
                asked.whole(),
                asked.items());
        return new Values(scope).isRight(wanted, field) ? Optional.of(field) : Optional.empty();
    }

    private Shape shape(Wanted wanted, Shape held) {
        return held == Shape.ONE && isNullable(wanted) ? Shape.NULLABLE : held;
    }

    private boolean isNullable(Wanted wanted) {
        return scope.types().nullable(wanted.at(), wanted.type()).isPresent();
    }

    /// Whether a type is one text, or an `Optional` of one.
    boolean isScalar(TypeMirror type) {
        return held(type)
                .filter(held -> held.shape() == Shape.ONE || held.shape() == Shape.OPTIONAL)
                .isPresent();
    }

    /// A type as values of a scalar.
    private record Held(Shape shape, ScalarType scalar) {}

    private Optional<Held> held(TypeMirror type) {
        List<? extends TypeMirror> arguments = scope.types().arguments(type);
        if (scope.types().is(type, Optional.class)) {
            return items(Shape.OPTIONAL, arguments);
        }
        if (scope.types().isAny(type, List.class, Collection.class)) {
            return items(Shape.LIST, arguments);
        }
        if (scope.types().is(type, Set.class)) {
            return items(Shape.SET, arguments);
        }
        if (scope.types().is(type, Map.class)) {
            boolean texts = arguments.size() == 2
                    && arguments.stream().allMatch(part -> scope.types().is(part, String.class));
            return texts ? items(Shape.MAP, arguments.subList(1, 2)) : Optional.empty();
        }
        return scope.types().scalar(type).map(scalar -> new Held(Shape.ONE, scalar));
    }

    private Optional<Held> items(Shape shape, List<? extends TypeMirror> arguments) {
        return arguments.stream()
                .findFirst()
                .flatMap(item -> scope.types().scalar(item))
                .map(scalar -> new Held(shape, scalar));
    }

    private boolean fits(Shape shape, Wanted wanted) {
        return switch (wanted.source()) {
            case SEGMENT, ENCODED_SEGMENT -> shape == Shape.ONE && !isNullable(wanted);
            case REST ->
                shape == Shape.ONE && !isNullable(wanted) && scope.types().is(wanted.type(), String.class);
            case COOKIE -> shape == Shape.ONE || shape == Shape.OPTIONAL;
            case QUERY, HEADER, FORM -> true;
        };
    }

    private String unconvertible(Wanted wanted) {
        Optional<String> unresolved = scope.types().unresolved(wanted.type());
        if (unresolved.isPresent()) {
            return "parameter '" + name(wanted) + "': " + unresolved.get()
                    + " says too little to convert; write the full type";
        }
        String allowed = switch (wanted.source()) {
            case SEGMENT, ENCODED_SEGMENT -> "one text, number, time, UUID or enum";
            case REST -> "String";
            case COOKIE -> "one text, number, time, UUID or enum, or an Optional of it";
            case QUERY, HEADER, FORM ->
                "a text, number, time, UUID or enum, an Optional, List or Set of it, or Map<String, String>";
        };
        return "parameter '" + name(wanted) + "' of type " + JavaTypes.written(wanted.type()) + " cannot be a "
                + words(wanted.source()) + "; use " + allowed;
    }

    private boolean hasGoodName(Wanted wanted) {
        String name = wanted.wireName();
        boolean token = !name.isEmpty() && name.chars().allMatch(Texts::isTokenCharacter);
        return switch (wanted.source()) {
            case HEADER -> hasGoodHeaderName(wanted, token);
            case COOKIE -> token || refuseName(wanted, "is no cookie name; use letters, digits and dashes");
            case SEGMENT, ENCODED_SEGMENT, REST, QUERY, FORM -> true;
        };
    }

    private boolean hasGoodHeaderName(Wanted wanted, boolean token) {
        if (!token) {
            return refuseName(wanted, "is no header name; use letters, digits and dashes");
        }
        String name = wanted.wireName().toLowerCase(Locale.ROOT);
        if (OWNED_HEADERS.contains(name)) {
            return refuseName(wanted, "belongs to the transport and cannot be a parameter; take it out");
        }
        return !name.equals("cookie") || refuseName(wanted, "is read with @Cookie; use that");
    }

    private boolean refuseName(Wanted wanted, String why) {
        scope.problems().error(wanted.at(), words(wanted.source()) + " '" + wanted.wireName() + "' " + why);
        return false;
    }

    private static boolean isTokenCharacter(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || TOKEN.indexOf(c) >= 0);
    }

    static String name(Wanted wanted) {
        return wanted.at().getSimpleName().toString();
    }

    private static String words(Source source) {
        return switch (source) {
            case SEGMENT, ENCODED_SEGMENT -> "path parameter";
            case REST -> "rest of the path";
            case QUERY -> "query parameter";
            case HEADER -> "header";
            case COOKIE -> "cookie";
            case FORM -> "form field";
        };
    }
}
