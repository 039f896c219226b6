package io.heddle.registry.cluster;

/// Something that the store is to be told, or asked. What exactly is worked out when its turn comes.
///
/// @param number of all that ever were pending
/// @param kind of it
/// @param name of the service
/// @param service the address
/// @param until what was heard of the instance up to then, epoch milliseconds, is outdone
record Pending(long number, Kind kind, String name, String service, long until) {
    /// Why.
    enum Kind {
        /// This node heard the instance: nobody knows better but one who heard it later.
        HEARD,
        /// This node changed it without hearing it.
        EDIT,
        /// This node keeps it from now on, as its keeper is gone.
        ADOPT,
        /// It was silent for too long, and goes unless another node has heard it.
        SILENT,
        /// It is gone.
        GONE,
        /// What was told of it is in doubt: the store is asked.
        DOUBT
    }
}
