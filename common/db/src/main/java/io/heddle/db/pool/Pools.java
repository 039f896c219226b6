package io.heddle.db.pool;

import io.heddle.db.error.DatabaseException;
import io.heddle.kit.metrics.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The connections to a primary and its replicas. Safe for use by any thread.
///
/// Reads go to the replicas in turn. One that cannot be reached or breaks counts as down: reads go to the others,
/// and to the primary when there is none, until a probe finds it back.
public final class Pools implements AutoCloseable {
    private final PoolSettings settings;
    private final Source primary;
    private final List<Source> replicas;
    private final AtomicInteger turn = new AtomicInteger();
    private final Thread prober = Thread.ofVirtual().name("db-probe").unstarted(this::probe);

    private Pools(PoolSettings settings, Source primary, List<Source> replicas) {
        this.settings = settings;
        this.primary = primary;
        this.replicas = List.copyOf(replicas);
    }

    /// Begins to connect. A server that is away keeps nobody from starting.
    public static Pools open(Address primary, List<Address> replicas, PoolSettings settings, Metrics metrics) {
        List<Source> others = new ArrayList<>();
        for (Address replica : replicas) {
            others.add(Source.replica(replica, others.size() + 1, settings, metrics));
        }
        Pools pools = new Pools(settings, Source.primary(primary, settings, metrics), others);
        if (!others.isEmpty()) {
            pools.prober.start();
        }
        return pools;
    }

    /// A connection to the primary.
    ///
    /// @throws DatabaseException when there is none in time
    public Lease primary() {
        return primary.take();
    }

    /// A connection that is good for reading: to a replica that is up, else to the primary.
    ///
    /// @throws DatabaseException when there is none in time
    public Lease any() {
        int first = replicas.isEmpty() ? 0 : turn.getAndIncrement();
        for (int i = 0; i < replicas.size(); i++) {
            Source replica = replicas.get(Math.floorMod(first + i, replicas.size()));
            if (replica.up()) {
                try {
                    return replica.take();
                } catch (DatabaseException e) {
                    answer(replica, e);
                }
            }
        }
        return primary.take();
    }

    /// A replica that is busy is passed over this time, one that is away until it is back.
    private static void answer(Source replica, DatabaseException failure) {
        switch (failure.reason()) {
            case POOL_EXHAUSTED -> {}
            case UNREACHABLE -> replica.down();
            default -> throw failure;
        }
    }

    private void probe() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(settings.probe());
                replicas.forEach(Source::probe);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// How many connections are in use, over all servers.
    public int active() {
        return primary.active() + replicas.stream().mapToInt(Source::active).sum();
    }

    /// Ends the connections.
    @Override
    public void close() {
        prober.interrupt();
        replicas.forEach(Source::close);
        primary.close();
    }
}
