package io.heddle.kit.json;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Violation;
import io.heddle.contract.reply.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Reads answers: the envelope token by token, and what is in it by the reader of its type. Accepts what a newer server
/// adds.
final class Envelopes {
    private final JsonMapper mapper;
    private final ObjectReader pages;

    /// What may stand beside the data of a page.
    private record Pagination(long total, int page, int limit) {}

    Envelopes(JsonMapper mapper) {
        this.mapper = mapper;
        this.pages = mapper.readerFor(Pagination.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    <T> @Nullable T member(String name, Function<JsonParser, @Nullable T> read, byte[] json) {
        try (JsonParser parser = mapper.tokenStreamFactory().createParser(ObjectReadContext.empty(), json)) {
            if (!seek(parser, name) || parser.nextToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            return read.apply(parser);
        }
    }

    <T> @Nullable Page<T> page(ObjectReader items, byte[] json) {
        List<T> data = null;
        Pagination pagination = null;
        try (JsonParser parser = mapper.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "data" -> data = items.readValue(parser);
                    case "pagination" -> pagination = pages.readValue(parser);
                    default -> parser.skipChildren();
                }
            }
        }
        return data == null || pagination == null
                ? null
                : new Page<>(data, pagination.total, pagination.page, pagination.limit);
    }

    /// Moves to the property of an object that the document is.
    private static boolean seek(JsonParser parser, String property) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            if (parser.currentName().equals(property)) {
                return true;
            }
            parser.nextToken();
            parser.skipChildren();
        }
        return false;
    }

    ErrorBody error(byte[] json) {
        try {
            JsonNode root = mapper.readTree(json);
            if (root.path("error").has("code")) {
                return named(root.path("error"));
            }
            JsonNode message = root.path("message");
            return new ErrorBody(
                    root.path("code").asString(ServiceException.UNSPECIFIED),
                    message.isString()
                            ? message.asString()
                            : root.path("detail").asString(""),
                    violations(root.path("error")));
        } catch (JacksonException e) {
            return new ErrorBody(ServiceException.UNSPECIFIED, "", List.of());
        }
    }

    /// What JSON-RPC says: our own code and the fields are in its data.
    private static ErrorBody named(JsonNode error) {
        JsonNode data = error.path("data");
        return new ErrorBody(
                data.path("code").asString(error.path("code").asString(ServiceException.UNSPECIFIED)),
                error.path("message").asString(""),
                violations(data.path("error")));
    }

    private static List<Violation> violations(JsonNode error) {
        List<Violation> violations = new ArrayList<>();
        for (JsonNode each : error) {
            if (each.path("field").isString()) {
                violations.add(new Violation(
                        each.path("field").asString(), each.path("message").asString("")));
            }
        }
        return violations;
    }
}
