package io.heddle.configcenter.store;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.store.Stored.Audit;
import io.heddle.configcenter.store.Stored.Entry;
import io.heddle.configcenter.store.Stored.Release;
import io.heddle.configcenter.store.Stored.Token;
import io.heddle.contract.reply.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What can be read of the store.
public interface Reading {
    /// The revision of the last change.
    long revision();

    /// An entry.
    Optional<Entry> entry(EntryKey key);

    /// The entries that changed for their readers after a revision.
    List<Entry> entriesAfter(long revision);

    /// A release of an entry.
    Optional<Release> release(long entry, long revision);

    /// The releases of an entry, the latest first.
    Page<Release> releases(long entry, int page, int limit);

    /// The releases that hold now, by the ids of their entries.
    Map<Long, Release> holding(List<Entry> entries);

    /// The schema of a config; one that demands nothing when it has none.
    JsonNode schema(String config);

    /// All schemas by the names of their configs.
    Map<String, JsonNode> schemas();

    /// All tokens.
    List<Token> tokens();

    /// The audit trail, the latest first.
    ///
    /// @param config only what was done to that config, all when empty
    /// @param service only what was done to that service, all when empty
    Page<Audit> audit(String config, String service, int page, int limit);
}
