package io.heddle.kit.rpc.dispatch;

import io.heddle.kit.json.JsonPart;
import io.heddle.kit.json.JsonPart.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One request of JSON-RPC as it was written.
///
/// @param name the method it names
/// @param positional its arguments by position
/// @param named its arguments by name
/// @param id the bytes of its id; empty for a notification
record Asked(String name, List<JsonPart> positional, Map<String, JsonPart> named, Optional<byte[]> id) {
    static final byte[] NO_ID = "null".getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_ID = 200;

    /// Reads a request; empty when it is none.
    static Optional<Asked> read(JsonPart part) {
        Map<String, JsonPart> members = part.members();
        boolean right = text(members, "jsonrpc").filter("2.0"::equals).isPresent() && hasGoodId(members);
        return right ? text(members, "method").flatMap(name -> arguments(name, members)) : Optional.empty();
    }

    private static Optional<String> text(Map<String, JsonPart> members, String name) {
        return Optional.ofNullable(members.get(name))
                .filter(part -> part.kind() == Kind.TEXT)
                .map(JsonPart::text);
    }

    private static boolean hasGoodId(Map<String, JsonPart> members) {
        return !members.containsKey("id") || id(members).isPresent();
    }

    private static Optional<Asked> arguments(String name, Map<String, JsonPart> members) {
        JsonPart params = members.get("params");
        boolean wrong = params != null && params.kind() != Kind.ARRAY && params.kind() != Kind.OBJECT;
        return wrong
                ? Optional.empty()
                : Optional.of(new Asked(
                        name,
                        params == null ? List.of() : params.items(),
                        params == null ? Map.of() : params.members(),
                        id(members)));
    }

    /// The id of what may be no request: empty when it has none that could be one.
    static Optional<byte[]> id(Map<String, JsonPart> members) {
        JsonPart id = members.get("id");
        if (id == null || id.place().to() - id.place().from() > LONGEST_ID) {
            return Optional.empty();
        }
        return switch (id.kind()) {
            case TEXT, NUMBER, NOTHING -> Optional.of(id.bytes());
            case OBJECT, ARRAY, TRUTH -> Optional.empty();
        };
    }

    boolean isNotification() {
        return id.isEmpty();
    }
}
