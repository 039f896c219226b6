package io.heddle.store.etcd;

import io.heddle.store.Change;
import io.heddle.store.Condition;
import io.heddle.store.Item;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The shapes of the JSON gateway: base64 for bytes, texts for whole numbers, nothing for zero and false.
final class Wire {
    private Wire() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] decoded(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString(""));
    }

    /// The end of the range of all keys that begin so.
    static String end(String prefix) {
        byte[] bytes = prefix.getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1]++;
        return encoded(bytes);
    }

    static long number(JsonNode text) {
        return Long.parseLong(text.asString("0"));
    }

    static long revision(JsonNode answer) {
        return number(answer.path("header").path("revision"));
    }

    static Item item(JsonNode kv) {
        return new Item(key(kv), decoded(kv.path("value")), number(kv.path("mod_revision")));
    }

    static String key(JsonNode kv) {
        return new String(decoded(kv.path("key")), StandardCharsets.UTF_8);
    }

    static ObjectNode transaction(List<Condition> conditions, List<Change> changes) {
        ObjectNode question = object();
        ArrayNode compare = question.putArray("compare");
        conditions.forEach(condition -> compare.add(compare(condition)));
        ArrayNode success = question.putArray("success");
        changes.forEach(change -> success.add(operation(change)));
        return question;
    }

    private static ObjectNode compare(Condition condition) {
        return object().put("key", encoded(condition.key()))
                .put("target", "MOD")
                .put("result", "EQUAL")
                .put("mod_revision", Long.toString(condition.version()));
    }

    private static ObjectNode operation(Change change) {
        ObjectNode operation = object();
        switch (change) {
            case Change.Put(String key, byte[] value) ->
                operation.putObject("request_put").put("key", encoded(key)).put("value", encoded(value));
            case Change.Delete(String key) ->
                operation.putObject("request_delete_range").put("key", encoded(key));
        }
        return operation;
    }
}
