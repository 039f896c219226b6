package io.heddle.configcenter.store;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.store.Stored.Audit;
import io.heddle.configcenter.store.Stored.Entry;
import io.heddle.configcenter.store.Stored.Release;
import io.heddle.configcenter.store.Stored.Token;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What can be changed of the store, all on one revision.
public interface Writing extends Reading {
    /// An entry; made when it is not there.
    Entry entryOrNew(EntryKey key);

    /// Keeps what is new about an entry.
    void keep(Entry entry);

    /// Adds a release.
    void add(Release release);

    /// Seals the value of a release anew.
    void reseal(Release release);

    /// All releases of all entries after one, in the order of their revisions; for work that goes over all of
    /// them.
    List<Release> releasesAfter(long revision, int limit);

    /// Keeps a schema.
    void keepSchema(String config, JsonNode schema);

    /// Forgets a schema; false when there is none.
    boolean dropSchema(String config);

    /// Keeps a token in place of one of that name.
    void keep(Token token);

    /// Forgets a token; false when there is none of that name.
    boolean dropToken(String name);

    /// Adds to the audit trail.
    void add(Audit audit);
}
