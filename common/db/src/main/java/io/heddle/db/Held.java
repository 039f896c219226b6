package io.heddle.db;

import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.Reason;
import io.heddle.db.pool.Lease;
import io.heddle.db.watch.Watch;
import io.heddle.kit.task.Deadline;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection that a session holds, from the first use to the last: the transaction on it, what may be done
/// with it and for how long.
final class Held implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Thread owner = Thread.currentThread();
    private final Watch watch;
    private final Optional<TransactionOptions> transaction;
    private final Optional<Deadline> limit;
    private final Supplier<Lease> elsewhere;
    private Lease lease;
    private boolean moved;
    private boolean lost;
    private boolean over;
    private boolean committed;
    private @Nullable DatabaseException doom;

    private Held(Lease lease, Watch watch, Optional<TransactionOptions> transaction, Supplier<Lease> elsewhere) {
        this.lease = lease;
        this.watch = watch;
        this.transaction = transaction;
        this.elsewhere = elsewhere;
        Optional<Deadline> own =
                transaction.flatMap(TransactionOptions::timeout).map(Deadline::in);
        Optional<Deadline> callers = Deadline.current();
        this.limit = own.map(end -> callers.map(end::orEarlier).orElse(end)).or(() -> callers);
    }

    /// For reading without a transaction.
    ///
    /// @param elsewhere where to go on when the connection breaks
    static Held reading(Lease lease, Watch watch, Supplier<Lease> elsewhere) {
        return new Held(lease, watch, Optional.empty(), elsewhere);
    }

    /// With a transaction that has begun. A connection that proves broken before is replaced once.
    static Held transaction(Supplier<Lease> leases, Watch watch, TransactionOptions options) {
        try {
            return begun(leases.get(), watch, options);
        } catch (DatabaseException e) {
            if (e.reason() == Reason.CONNECTION_LOST) {
                return begun(leases.get(), watch, options);
            }
            throw e;
        }
    }

    private static Held begun(Lease lease, Watch watch, TransactionOptions options) {
        Held held = new Held(lease, watch, Optional.of(options), () -> lease);
        try {
            held.begin(options);
            return held;
        } catch (DatabaseException e) {
            try (held) {
                throw held.failed(e);
            }
        } catch (RuntimeException | Error e) {
            held.close();
            throw e;
        }
    }

    private void begin(TransactionOptions options) {
        Connection connection = lease.connection();
        watch.quietly("begin", () -> {
            if (options.readOnly()) {
                connection.setReadOnly(true);
            }
            if (options.isolation().isPresent()) {
                connection.setTransactionIsolation(options.isolation().get().level());
            }
            connection.setAutoCommit(false);
        });
    }

    Lease lease() {
        return lease;
    }

    Watch.Run run(String sql, @Nullable Object[] values) {
        return new Watch.Run(sql, values, lease.type(), lease.peer());
    }

    /// Checks that a statement may be run here and now.
    void mustBeUsable() {
        if (over) {
            throw new IllegalStateException("the session is over: it ended with the work that it was made for");
        } else if (!Thread.currentThread().equals(owner)) {
            throw new IllegalStateException("a session belongs to the thread that got it");
        } else if (doom != null) {
            throw doom;
        } else if (owner.isInterrupted()) {
            throw failed(new DatabaseException(Reason.INTERRUPTED, null));
        } else if (limit.map(Deadline::passed).orElse(false)) {
            throw failed(new DatabaseException(Reason.TIMEOUT, null));
        }
    }

    /// Checks that a statement that changes something may be run here and now.
    void mustBeWritable() {
        mustBeUsable();
        if (transaction.map(TransactionOptions::readOnly).orElse(true)) {
            throw new DatabaseException(
                    Reason.READ_ONLY,
                    new IllegalStateException("changes need a transaction that is not for reading only"));
        }
    }

    /// When the time of a statement that begins now is up, on the clock of {@link System#nanoTime()}.
    long end() {
        long most = watch.settings().timeout().toNanos();
        long left = limit.isPresent() ? Math.min(most, limit.get().remainingNanos()) : most;
        return System.nanoTime() + left;
    }

    /// Remembers a failure after which a transaction cannot go on: the server has given it up, or it has no time
    /// left.
    DatabaseException failed(DatabaseException failure) {
        boolean last = switch (failure.reason()) {
            case DEADLOCK, LOCK_TIMEOUT, CONNECTION_LOST, INTERRUPTED, TIMEOUT -> true;
            default -> false;
        };
        if (last && transaction.isPresent() && doom == null) {
            doom = failure;
        }
        if (failure.reason() == Reason.CONNECTION_LOST) {
            lost = true;
            lease.broken();
        }
        return failure;
    }

    /// After a connection broke: goes on with another to the primary, once, if there is no transaction.
    ///
    /// @return whether the statement may be tried again
    boolean movedOn(DatabaseException failure) {
        if (transaction.isPresent() || moved || failure.reason() != Reason.CONNECTION_LOST) {
            return false;
        }
        moved = true;
        lost = false;
        lease.close();
        lease = elsewhere.get();
        return true;
    }

    /// Commits.
    ///
    /// @throws DatabaseException when it cannot, or the transaction was given up before
    void commit() {
        mustBeUsable();
        try {
            watch.run(run("commit", new Object[0]), () -> {
                lease.connection().commit();
                return true;
            });
        } catch (DatabaseException e) {
            throw switch (e.reason()) {
                case DEADLOCK, LOCK_TIMEOUT, DUPLICATE_KEY, CONSTRAINT, READ_ONLY -> e;
                default -> new DatabaseException(Reason.COMMIT_UNKNOWN, e);
            };
        }
        committed = true;
    }

    /// Rolls back what was not committed and gives the connection back. An interrupted thread does that too; where
    /// the connection is lost the server does.
    @Override
    public void close() {
        if (over) {
            return;
        }
        over = true;
        boolean interrupted = Thread.interrupted();
        try (Lease given = lease) {
            if (transaction.isPresent() && !committed && !lost) {
                rollBack(given);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Where this fails the connection is broken, and the server rolls back when it sees that.
    private void rollBack(Lease given) {
        try {
            watch.quietly("rollback", given.connection()::rollback);
        } catch (DatabaseException e) {
            given.broken();
            LOG.atWarn().addKeyValue("peer", given.peer()).setCause(e).log("a connection broke in rollback");
        }
    }
}
