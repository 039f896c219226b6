package io.heddle.registry.lease;

import io.heddle.registry.entry.Entry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The leases as one copy among those of other nodes. What is done here is told to nobody else. All but the first
/// three and {@link #mine} are called within {@link #change}.
public interface Replica {
    /// Does something while no lease comes, changes or goes; it must be quick and never block.
    <T> T change(Supplier<T> work);

    /// Has that one told of what this node changes from now on.
    void join(Spread spread);

    /// All instances.
    Stream<Entry> entries();

    /// Whether this node keeps the lease: it counts it down and decides about it.
    boolean mine(Entry entry);

    /// Whether this node has heard the instance itself since it keeps it.
    boolean heard(Entry entry);

    /// The instance with that identity.
    Optional<Entry> find(String name, String service);

    /// An instance as others are told of it.
    Saved saved(Entry entry);

    /// Shows an instance that another node keeps.
    void show(Saved saved);

    /// Shows what another node changed of an instance that this one keeps.
    void update(Saved saved);

    /// Keeps an instance from now on that was not heard here yet.
    ///
    /// @param grace beside its time to live
    void take(Saved saved, Duration grace);

    /// Takes out an instance.
    void remove(Entry entry);
}
