package io.heddle.registry.cluster;

/// What is known of a key in the store.
///
/// @param name of the service
/// @param service the address
/// @param owner the node that keeps the lease
/// @param heard whether that node has heard the instance itself
/// @param version of the key
record Known(String name, String service, String owner, boolean heard, long version) {
    static Known of(Recorded record, long version) {
        return new Known(record.name(), record.service(), record.owner(), record.heard(), version);
    }
}
