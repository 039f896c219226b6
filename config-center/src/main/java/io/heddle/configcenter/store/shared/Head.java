package io.heddle.configcenter.store.shared;

import io.heddle.kit.json.JsonType;

/// The key that moves with each write: whoever writes demands that it is as they read it.
///
/// @param revision of the last write
/// @param entries the highest number of an entry
/// @param audits the highest number of a line of the audit trail
/// @param digest of all other keys with their values; who has another does not have all of them
record Head(long revision, long entries, long audits, long digest) {
    static final JsonType<Head> TYPE = new JsonType<>() {};

    /// That of a store in which nothing was written.
    static final Head NONE = new Head(0, 0, 0, 0);

    Head next() {
        return new Head(revision + 1, entries, audits, digest);
    }

    Head entry() {
        return new Head(revision, entries + 1, audits, digest);
    }

    Head audit() {
        return new Head(revision, entries, audits + 1, digest);
    }

    Head digest(long all) {
        return new Head(revision, entries, audits, all);
    }
}
