package io.heddle.db;

import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.Reason;
import io.heddle.db.pool.Address;
import io.heddle.db.pool.Lease;
import io.heddle.db.pool.Pools;
import io.heddle.db.row.MismatchException;
import io.heddle.db.sql.Select;
import io.heddle.db.sql.Table;
import io.heddle.db.watch.Watch;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.task.Request;
import io.heddle.kit.trace.Traces;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import java.util.List;
import java.util.function.Supplier;

/// A database: statements are run within {@link #read} or {@link #transaction}. Safe for use by any thread.
///
/// Both give their connection back when they end, whatever the work does: returns, throws, is interrupted, leaves
/// rows open, or keeps the session, which is then of no use.
public final class Database implements AutoCloseable {
    private final ScopedValue<OpenSession> current = ScopedValue.newInstance();
    private final Pools pools;
    private final Watch watch;
    private final DbClient client;

    private Database(Pools pools, Watch watch) {
        this.pools = pools;
        this.watch = watch;
        this.client = JdbcClientBuilder.create()
                .connectionPool(() -> current.get().handed())
                .build();
    }

    /// Begins to connect. A server that is away keeps nobody from starting; statements then fail until it is there.
    public static Database open(DatabaseSettings settings, Traces traces, Metrics metrics) {
        List<Address> replicas =
                settings.replicas().stream().map(settings::address).toList();
        Pools pools = Pools.open(settings.address(), replicas, settings.pool(), metrics);
        return new Database(pools, new Watch(settings.statement(), traces, metrics));
    }

    /// Reads without a transaction: each statement sees what is committed when it begins. A replica may answer,
    /// unless a transaction was run for the same request before. Changes are refused.
    ///
    /// @throws DatabaseException when the database fails
    /// @throws IllegalStateException when this thread, or the one that it is a task of, is inside another
    ///     session of this database
    public <T, X extends Exception> T read(Work<T, X> work) throws X {
        refuseNested();
        try (Held held = Held.reading(readable(), watch, pools::primary);
                OpenSession session = new OpenSession(held, client.execute(), watch)) {
            return run(session, work);
        }
    }

    /// Runs a transaction as the database is set to.
    ///
    /// @see #transaction(TransactionOptions, Work)
    public <T, X extends Exception> T transaction(Work<T, X> work) throws X {
        return transaction(TransactionOptions.STANDARD, work);
    }

    /// Runs a transaction: commits when the work returns, rolls back when it throws, whatever it throws. Its result
    /// is only returned after the commit.
    ///
    /// @throws DatabaseException when the database fails, at the commit too: then nothing was changed, unless the
    ///     reason says that this is not known
    /// @throws IllegalStateException when this thread, or the one that it is a task of, is inside another
    ///     session of this database: a transaction inside a transaction is not one
    public <T, X extends Exception> T transaction(TransactionOptions options, Work<T, X> work) throws X {
        refuseNested();
        Supplier<Lease> leases = options.readOnly() ? this::readable : this::writable;
        try (Held held = Held.transaction(leases, watch, options);
                OpenSession session = new OpenSession(held, client.execute(), watch)) {
            T result = run(session, work);
            session.commit();
            return result;
        }
    }

    /// A replica may be behind: what a request wrote it reads at the primary.
    private Lease readable() {
        boolean wrote =
                Request.current().map(request -> request.marks().contains(this)).orElse(false);
        return wrote ? pools.primary() : pools.any();
    }

    private Lease writable() {
        Request.current().ifPresent(request -> request.marks().add(this));
        return pools.primary();
    }

    /// Runs work in a session. Tasks that it hands out are inside it too: another session would see nothing of it, and
    /// wait for what it holds.
    private <T, X extends Exception> T run(OpenSession session, Work<T, X> work) throws X {
        return Request.inside(this, () -> ScopedValue.where(current, session).<T, X>call(() -> work.on(session)));
    }

    private void refuseNested() {
        boolean task = Request.current()
                .map(request -> request.within().contains(this))
                .orElse(false);
        if (task || current.isBound()) {
            throw new IllegalStateException(
                    "this thread is inside a session already: pass that one on instead of opening another");
        }
    }

    /// Checks, best at the start, that tables are there with all columns that the program knows them by.
    ///
    /// @throws MismatchException when one is not
    /// @throws DatabaseException when the database fails
    public void check(Table... tables) {
        for (Table table : tables) {
            Select nothing = table.select().limit(0);
            String sql = "select count(*) from (" + nothing.sql() + ") nothing";
            try {
                read(session -> session.one(Long.class, sql, nothing.values().toArray()));
            } catch (DatabaseException e) {
                throw e.reason() == Reason.STATEMENT ? missing(table, e) : e;
            }
        }
    }

    private static MismatchException missing(Table table, DatabaseException cause) {
        MismatchException missing = new MismatchException(
                "there is no table " + table.name() + " with the columns " + String.join(", ", table.columns()));
        missing.initCause(cause);
        return missing;
    }

    /// How many connections are in use.
    public int active() {
        return pools.active();
    }

    /// Ends the connections.
    @Override
    public void close() {
        client.close();
        pools.close();
        watch.close();
    }
}
