package io.heddle.registry.catalog;

import io.heddle.contract.reply.Prepared.Ready;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.registry.Instance;
import io.heddle.registry.entry.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// The instances of one service.
final class ServiceEntries {
    private static final JsonType<List<Instance>> INSTANCES = new JsonType<>() {};

    private final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final Versioned<byte[]> array;
    private final Versioned<Ready<List<Instance>>> answer;
    private volatile long revision;

    ServiceEntries(Json json, CatalogSettings settings) {
        this.array = new Versioned<>(settings.spacing(), seen -> json.write(INSTANCES, instances()));
        this.answer = new Versioned<>(settings.spacing(), seen -> Envelope.of(array.at(seen), seen));
    }

    ConcurrentHashMap<String, Entry> entries() {
        return entries;
    }

    /// Makes a change visible.
    void changed(long at) {
        revision = at;
    }

    long revision() {
        return revision;
    }

    /// In the order of their addresses.
    List<Instance> instances() {
        return entries.values().stream()
                .sorted(Comparator.comparing(Entry::service))
                .map(Entry::instance)
                .toList();
    }

    /// The instances as a JSON array.
    byte[] array() {
        return array.at(revision);
    }

    Ready<List<Instance>> answer() {
        return answer.at(revision);
    }
}
