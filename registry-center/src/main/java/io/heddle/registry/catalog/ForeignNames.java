package io.heddle.registry.catalog;

import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Instances by what clients of other protocols call them. One thread writes at a time, any thread reads.
final class ForeignNames {
    private final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();

    void put(Entry entry) {
        if (entry.origin().foreign()) {
            entries.put(entry.origin().key(), entry);
        }
    }

    /// Forgets an instance, unless another one is called so by now.
    void forget(Entry entry) {
        if (entry.origin().foreign()) {
            entries.remove(entry.origin().key(), entry);
        }
    }

    Optional<Entry> find(Origin origin) {
        return Optional.ofNullable(entries.get(origin.key()));
    }
}
