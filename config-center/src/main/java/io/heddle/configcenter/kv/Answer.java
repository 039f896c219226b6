package io.heddle.configcenter.kv;

import io.heddle.kit.server.Exchange;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Writes what was found as Consul does.
record Answer(Exchange exchange, long index) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String JSON = "application/json";

    Answer {
        exchange.header("X-Consul-Index", Long.toString(index));
        exchange.header("X-Consul-KnownLeader", "true");
        exchange.header("X-Consul-LastContact", "0");
    }

    void nothing() {
        exchange.raw(404, JSON, new byte[0]);
    }

    /// Each once, up to and with the first separator behind the prefix.
    void names(Collection<String> keys, int prefix, String separator) {
        Set<String> names = new TreeSet<>();
        for (String key : keys) {
            int cut = separator.isEmpty() ? -1 : key.indexOf(separator, prefix);
            names.add(cut < 0 ? key : key.substring(0, cut + separator.length()));
        }
        ArrayNode array = MAPPER.createArrayNode();
        names.forEach(array::add);
        exchange.raw(200, JSON, MAPPER.writeValueAsBytes(array));
    }

    void raw(Pair pair) {
        exchange.header("X-Content-Type-Options", "nosniff");
        exchange.raw(200, "text/plain; charset=utf-8", pair.value());
    }

    void pairs(Collection<Pair> pairs) {
        ArrayNode array = MAPPER.createArrayNode();
        for (Pair pair : pairs) {
            array.addObject()
                    .put("LockIndex", 0)
                    .put("Key", pair.key())
                    .put("Flags", 0)
                    .put("Value", Base64.getEncoder().encodeToString(pair.value()))
                    .put("CreateIndex", pair.index())
                    .put("ModifyIndex", pair.index());
        }
        exchange.raw(200, JSON, MAPPER.writeValueAsBytes(array));
    }
}
