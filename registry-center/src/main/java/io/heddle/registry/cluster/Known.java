package io.heddle.registry.cluster;

import java.util.Optional;

/// What is known of a key in the store.
///
/// @param name of the service
/// @param service the address
/// @param owner the node that keeps the lease
/// @param heard whether that node has heard the instance itself
/// @param version of the key
record Known(String name, String service, String owner, boolean heard, long version) {
    /// What makes no sense is known by its version alone, so that it can be written over.
    static Known of(Optional<Recorded> read, Optional<Known> before, long version) {
        return read.map(record -> of(record, version)).orElseGet(() -> {
            Known last = before.orElse(new Known("", "", "", false, version));
            return new Known(last.name, last.service, last.owner, last.heard, version);
        });
    }

    static Known of(Recorded record, long version) {
        return new Known(record.name(), record.service(), record.owner(), record.heard(), version);
    }
}
