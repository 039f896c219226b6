package io.heddle.registry.eureka;

import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.registry.entry.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a client said beyond what an entry holds. As text it begins with what renewals and statuses need, so that
/// nobody reads JSON for those.
///
/// @param dirty when the client last changed what it says, as it says
/// @param status what it says of itself
/// @param override what somebody else has set, `UNKNOWN` for nothing
/// @param json the fields of the instance that never change but with a registration, as JSON
record Document(long dirty, Word status, Word override, String json) {
    private static final JsonType<Map<String, Object>> FIELDS = new JsonType<>() {};
    private static final Json JSON = Json.tolerant();

    static Document of(long dirty, Word status, Word override, Map<String, Object> fields) {
        return new Document(dirty, status, override, new String(JSON.write(FIELDS, fields), StandardCharsets.UTF_8));
    }

    /// The document of an instance that came through this facade.
    static Document of(Entry entry) {
        String[] parts = entry.origin().document().split(" ", 4);
        return new Document(Long.parseLong(parts[0]), Word.valueOf(parts[1]), Word.valueOf(parts[2]), parts[3]);
    }

    /// Only when the client last changed what it says.
    static long dirty(Entry entry) {
        String text = entry.origin().document();
        return Long.parseLong(text, 0, text.indexOf(' '), 10);
    }

    String text() {
        return dirty + " " + status + ' ' + override + ' ' + json;
    }

    Document override(Word word) {
        return new Document(dirty, status, word, json);
    }

    /// What counts: what somebody has set, or else what the client says.
    Word word() {
        return override == Word.UNKNOWN ? status : override;
    }

    Map<String, Object> fields() {
        return JSON.read(FIELDS, json.getBytes(StandardCharsets.UTF_8));
    }
}
