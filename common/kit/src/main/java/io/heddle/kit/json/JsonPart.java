package io.heddle.kit.json;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A value within a JSON document, and where it is.
///
/// @param kind what it is
/// @param text what it says, when it is a text
/// @param members what is in it, when it is an object that was looked into
/// @param items what is in it, when it is an array that was looked into
/// @param place where it is
public record JsonPart(Kind kind, String text, Map<String, JsonPart> members, List<JsonPart> items, Place place) {
    /// The most parts that one document may have.
    public static final int MOST = 4096;

    /// The kinds of JSON.
    public enum Kind {
        OBJECT,
        ARRAY,
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }

    /// A stretch of a document.
    ///
    /// @param document all of it
    /// @param from the first byte
    /// @param to the byte behind the last
    public record Place(byte[] document, int from, int to) {}

    /// The bytes of it alone.
    public byte[] bytes() {
        return Arrays.copyOfRange(place.document, place.from, place.to);
    }
}
