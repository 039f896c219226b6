package io.heddle.kit.json;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.json.JsonPart.Kind;
import io.heddle.kit.json.JsonPart.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Finds the parts of a document down to a depth, without making anything of what is deeper.
final class Outline {
    private final JsonParser parser;
    private final byte[] document;
    private int parts;

    Outline(JsonParser parser, byte[] document) {
        this.parser = parser;
        this.document = document;
    }

    /// All of the document; an array is looked into one level deeper than an object.
    ///
    /// @param levels how many levels of an object to look into
    JsonPart whole(int levels) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw ServiceException.of(Status.BAD_REQUEST, "the body must not be empty");
        }
        JsonPart whole = part(first == JsonToken.START_ARRAY ? levels + 1 : levels);
        if (parser.nextToken() != null) {
            throw ServiceException.of(Status.BAD_REQUEST, "the body must hold one JSON value and nothing after it");
        }
        return whole;
    }

    private JsonPart part(int levels) {
        if (++parts > JsonPart.MOST) {
            throw ServiceException.of(
                    Status.CONTENT_TOO_LARGE, "the body holds more than " + JsonPart.MOST + " values");
        }
        int from = offset(parser.currentTokenLocation().getByteOffset());
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(from, levels);
            case START_ARRAY -> array(from, levels);
            case VALUE_STRING -> leaf(Kind.TEXT, parser.getString(), from);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> leaf(Kind.NUMBER, "", from);
            case VALUE_NULL -> leaf(Kind.NOTHING, "", from);
            default -> leaf(Kind.TRUTH, "", from);
        };
    }

    private JsonPart object(int from, int levels) {
        Map<String, JsonPart> members = new LinkedHashMap<>();
        if (levels == 0) {
            parser.skipChildren();
        } else {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, part(levels - 1));
            }
        }
        return new JsonPart(Kind.OBJECT, "", members, List.of(), place(from));
    }

    private JsonPart array(int from, int levels) {
        List<JsonPart> items = new ArrayList<>();
        if (levels == 0) {
            parser.skipChildren();
        } else {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(part(levels - 1));
            }
        }
        return new JsonPart(Kind.ARRAY, "", Map.of(), items, place(from));
    }

    private JsonPart leaf(Kind kind, String text, int from) {
        parser.finishToken();
        return new JsonPart(kind, text, Map.of(), List.of(), place(from));
    }

    private Place place(int from) {
        return new Place(document, from, offset(parser.currentLocation().getByteOffset()));
    }

    /// A place in a document that is not UTF-8 is counted in characters, which would be another.
    private static int offset(long bytes) {
        if (bytes < 0) {
            throw ServiceException.of(Status.BAD_REQUEST, "the body must be UTF-8");
        }
        return (int) bytes;
    }
}
