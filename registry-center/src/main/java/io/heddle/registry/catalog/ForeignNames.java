package io.heddle.registry.catalog;

import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Instances by what clients of other protocols call them. One thread writes at a time, any thread reads.
final class ForeignNames {
    private final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();

    /// @param before the same instance as it was, if it was there
    void put(@Nullable Entry before, Entry entry) {
        if (before != null) {
            forget(before);
        }
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
