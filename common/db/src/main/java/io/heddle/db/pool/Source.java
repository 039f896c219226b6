package io.heddle.db.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.Reason;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.task.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connections to one server. A fair gate before the pool lets no more in than there are connections, so that
/// waiting has a limit in time and in number, ends at the caller's deadline, and is told apart from a server that
/// cannot be reached.
final class Source implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Source.class);
    private static final Duration SHORTEST = Duration.ofMillis(250);

    private final boolean replica;
    private final PoolSettings settings;
    private final Semaphore gate;
    private final HikariDataSource pool;
    private final String type;
    private final String peer;
    private volatile boolean up = true;

    private Source(Address address, boolean replica, String name, PoolSettings settings) {
        this.replica = replica;
        this.settings = settings;
        this.gate = new Semaphore(settings.size(), true);
        this.type = address.type();
        this.peer = address.peer();
        this.pool = new HikariDataSource(config(address, replica, name, settings));
    }

    static Source primary(Address address, PoolSettings settings, Metrics metrics) {
        return new Source(address, false, "primary", settings).metered("primary", metrics);
    }

    static Source replica(Address address, int number, PoolSettings settings, Metrics metrics) {
        String name = "replica-" + number;
        return new Source(address, true, name, settings).metered(name, metrics);
    }

    private static HikariConfig config(Address address, boolean replica, String name, PoolSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        address.properties().forEach(config::addDataSourceProperty);
        config.setMaximumPoolSize(settings.size());
        config.setMinimumIdle(Math.min(settings.idle(), settings.size()));
        config.setConnectionTimeout((replica ? SHORTEST : settings.patience()).toMillis());
        config.setValidationTimeout(SHORTEST.toMillis());
        config.setMaxLifetime(settings.lifetime().toMillis());
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private Source metered(String name, Metrics metrics) {
        metrics.gauge("db.pool.active", () -> settings.size() - gate.availablePermits(), "pool", name);
        metrics.gauge("db.pool.waiting", gate::getQueueLength, "pool", name);
        metrics.gauge("db.pool.up", () -> up ? 1 : 0, "pool", name);
        return this;
    }

    /// Takes a connection.
    ///
    /// @throws DatabaseException when there is none in time
    Lease take() {
        enter();
        boolean taken = false;
        try {
            Lease lease = new Taken(pool.getConnection());
            taken = true;
            return lease;
        } catch (SQLException e) {
            throw new DatabaseException(interruptedReason(), e);
        } finally {
            if (!taken) {
                gate.release();
            }
        }
    }

    private static Reason interruptedReason() {
        return Thread.currentThread().isInterrupted() ? Reason.INTERRUPTED : Reason.UNREACHABLE;
    }

    private void enter() {
        if (gate.tryAcquire()) {
            return;
        }
        if (gate.getQueueLength() >= settings.waiting()) {
            throw new DatabaseException(Reason.POOL_EXHAUSTED, null);
        }
        try {
            if (!gate.tryAcquire(patience(), TimeUnit.NANOSECONDS)) {
                throw new DatabaseException(Reason.POOL_EXHAUSTED, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(Reason.INTERRUPTED, e);
        }
    }

    private long patience() {
        long most = settings.patience().toNanos();
        return Deadline.current()
                .map(end -> Math.min(most, end.remainingNanos()))
                .orElse(most);
    }

    boolean up() {
        return up;
    }

    void down() {
        if (up) {
            up = false;
            LOG.atWarn().addKeyValue("peer", peer).log("a replica is down, its reads go elsewhere");
        }
    }

    /// Looks whether the server is back.
    void probe() {
        if (up) {
            return;
        }
        try (Lease lease = take()) {
            up = lease.connection().isValid(1);
        } catch (DatabaseException | SQLException e) {
            LOG.atDebug().addKeyValue("peer", peer).setCause(e).log("a replica is still down");
        }
        if (up) {
            LOG.atInfo().addKeyValue("peer", peer).log("a replica is back");
        }
    }

    int active() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() {
        pool.close();
    }

    /// A connection that is in use.
    private final class Taken implements Lease {
        private final Connection connection;
        private final AtomicBoolean over = new AtomicBoolean();
        private boolean discarded;

        Taken(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public String peer() {
            return peer;
        }

        @Override
        public boolean replica() {
            return replica;
        }

        @Override
        public void discard() {
            discarded = true;
        }

        @Override
        public void broken() {
            discarded = true;
            pool.getHikariPoolMXBean().softEvictConnections();
            if (replica) {
                down();
            }
        }

        @Override
        public void close() {
            if (over.compareAndSet(false, true)) {
                try {
                    giveBack();
                } catch (SQLException e) {
                    LOG.atDebug().setCause(e).log("a connection broke when it was given back");
                } finally {
                    gate.release();
                }
            }
        }

        private void giveBack() throws SQLException {
            if (discarded) {
                pool.evictConnection(connection);
            } else {
                connection.close();
            }
        }
    }
}
