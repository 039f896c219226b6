package io.heddle.kit.json;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.contract.text.Scalar;
import io.heddle.contract.text.TextFormatException;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/// Turns a Jackson failure into a 400 that names the field. Jackson's own message is never sent: it names classes.
final class JsonErrors {
    private static final int LONGEST_PATH = 200;
    private static final String DUPLICATE = "Duplicate Object property \"";
    private static final String BODY = "the body";
    private static final byte[] NOTHING = new byte[0];

    private JsonErrors() {}

    /// Of what came as a stream, and is not there to be looked at again.
    static ServiceException describe(JacksonException failure) {
        return describe(failure, NOTHING);
    }

    static ServiceException describe(JacksonException failure, byte[] document) {
        return switch (failure) {
            case StreamConstraintsException limit -> wrong(path(limit), limit(limit.getOriginalMessage()));
            case InputCoercionException range -> wrong(path(range), clause(range.getTargetType()));
            case StreamReadException syntax -> syntax(syntax, document);
            case PropertyBindingException unknown -> wrong(path(unknown), "is not a known field");
            case InvalidNullException nothing -> wrong(path(nothing), "must not be null");
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case DatabindException other -> databind(other, document);
            default -> wrong("", "could not be read to its end");
        };
    }

    private static ServiceException syntax(StreamReadException failure, byte[] document) {
        String message = failure.getOriginalMessage();
        if (message.startsWith(DUPLICATE)) {
            String name = message.substring(DUPLICATE.length(), Math.max(DUPLICATE.length(), message.lastIndexOf('"')));
            return wrong(join(path(failure), name), "is given more than once");
        }
        return wrong(path(failure), "is not valid JSON" + where(failure.getLocation(), document));
    }

    /// What begins like UTF-16 or UTF-32, as garbage with a zero byte does, is read as such: its places are counted in
    /// characters that nobody sent.
    private static String where(@Nullable TokenStreamLocation at, byte[] document) {
        if (at == null || at.getLineNr() < 1) {
            return "";
        }
        return at.getByteOffset() < 0
                ? " in UTF-8"
                : ", see line " + at.getLineNr() + ", column " + column(at, document);
    }

    /// In characters; Jackson counts bytes.
    private static int column(TokenStreamLocation at, byte[] document) {
        int bytes = at.getColumnNr() - 1;
        long begin = at.getByteOffset() - bytes;
        if (bytes < 0 || begin < 0 || at.getByteOffset() > document.length) {
            return at.getColumnNr();
        }
        String before = new String(document, (int) begin, bytes, StandardCharsets.UTF_8);
        return before.codePointCount(0, before.length()) + 1;
    }

    private static ServiceException mismatch(MismatchedInputException failure) {
        String message = failure.getOriginalMessage();
        if (message.startsWith("No content")) {
            return wrong("", "must not be empty");
        }
        if (message.startsWith("Trailing token")) {
            return wrong("", "must hold one JSON value and nothing after it");
        }
        if (message.startsWith("Null value for creator")) {
            return wrong(path(failure), "must be given, and " + clause(failure.getTargetType()));
        }
        return wrong(path(failure), clause(failure.getTargetType()));
    }

    private static ServiceException databind(DatabindException failure, byte[] document) {
        String path = path(failure);
        return switch (failure.getCause()) {
            case ServiceException own
            when own.violations().isEmpty() ->
                new ServiceException(own.status(), own.code(), own.sentence(), List.of());
            case ServiceException own ->
                new ServiceException(own.status(), own.code(), sentence(path, own), within(path, own));
            case TextFormatException text -> wrong(path, text.clause());
            case StreamReadException syntax -> describe(syntax, document);
            case null, default -> wrong(path, "does not have the right form");
        };
    }

    private static String sentence(String path, ServiceException own) {
        return within(path, own).stream()
                .map(violation -> violation.field() + " " + violation.message())
                .collect(Collectors.joining("; "));
    }

    private static List<Violation> within(String path, ServiceException own) {
        return own.violations().stream()
                .map(violation -> new Violation(join(path, violation.field()), violation.message()))
                .toList();
    }

    private static ServiceException wrong(String path, @Nullable String clause) {
        String told = clause == null ? "does not have the right form" : clause;
        return path.isEmpty()
                ? ServiceException.of(Status.BAD_REQUEST, BODY + " " + told)
                : ServiceException.invalid(path, told);
    }

    private static String limit(String message) {
        if (message.contains("nesting depth")) {
            return "must not be nested deeper than " + Json.MAX_DEPTH + " levels";
        }
        if (message.contains("Number value length")) {
            return "holds a number of more than 400 digits";
        }
        if (message.contains("String value length")) {
            return "holds a text of more than 1048576 characters";
        }
        return "holds a name of more than 1024 characters";
    }

    private static String clause(@Nullable Class<?> type) {
        if (type == null) {
            return "does not have the right form";
        }
        Optional<String> scalar = Scalar.named(
                        MethodType.methodType(type).wrap().returnType().getName())
                .map(Scalar::clause);
        if (scalar.isPresent()) {
            return scalar.get();
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(Scalar::text)
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type)
                ? "must be an object"
                : "does not have the right form";
    }

    private static String path(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
            if (path.length() > LONGEST_PATH) {
                return path.substring(0, LONGEST_PATH);
            }
        }
        return path.toString();
    }

    private static String join(String path, String name) {
        String joined = path.isEmpty() ? name : path + "." + name;
        return joined.length() > LONGEST_PATH ? joined.substring(0, LONGEST_PATH) : joined;
    }
}
