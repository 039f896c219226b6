package io.heddle.db.watch;

import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.SqlFailures;
import io.heddle.db.row.MismatchException;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.metrics.Timing;
import io.heddle.kit.trace.TraceSpan;
import io.heddle.kit.trace.Traces;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Runs statements within a span, takes their time, logs the slow ones, and turns what JDBC throws into ours. Safe
/// for use by any thread.
public final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int MOST_KNOWN = 2000;

    private final WatchSettings settings;
    private final Traces traces;
    private final Metrics metrics;
    private final SqlFailures failures;
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();
    private final Limits limits = Limits.start();

    /// Watches by these settings.
    public Watch(WatchSettings settings, Traces traces, Metrics metrics) {
        this.settings = settings;
        this.traces = traces;
        this.metrics = metrics;
        this.failures = SqlFailures.showingValues(settings.logValues());
    }

    /// One run of a statement.
    ///
    /// @param sql its text
    /// @param values its parameters
    /// @param type the kind of database
    /// @param peer where it runs
    public record Run(String sql, @Nullable Object[] values, String type, String peer) {
        /// A run without parameters.
        public static Run of(String sql, String type, String peer) {
            return new Run(sql, new Object[0], type, peer);
        }
    }

    /// What is done with JDBC.
    @FunctionalInterface
    public interface SqlWork<T> {
        /// Does it.
        T run() throws SQLException;
    }

    /// Something done with JDBC that has no result.
    @FunctionalInterface
    public interface SqlStep {
        /// Does it.
        void run() throws SQLException;
    }

    /// What is known of a statement text.
    private record Known(Normal normal, Timing timing) {}

    /// The limits that it was made with.
    public WatchSettings settings() {
        return settings;
    }

    /// The name of a statement, as `select article`.
    public String name(String sql) {
        return known(sql).normal().name();
    }

    /// Begins to watch a statement, and stops it when its time is up.
    ///
    /// @param end when that is, on the clock of {@link System#nanoTime()}
    public Limit limit(Statement statement, long end) {
        return limits.limit(statement, end);
    }

    /// Runs a statement.
    ///
    /// @throws DatabaseException what it threw, by its reason
    public <T> T run(Run run, SqlWork<T> work) {
        Known statement = known(run.sql());
        long begun = System.nanoTime();
        try (TraceSpan span = traces.client(statement.normal().name())) {
            describe(span, run, statement);
            try {
                return work.run();
            } catch (SQLException e) {
                throw failed(span, statement, failures.of(e, statement.normal().text()));
            } catch (MismatchException e) {
                throw failed(span, statement, e);
            } finally {
                ended(run, statement, System.nanoTime() - begun);
            }
        }
    }

    private <X extends RuntimeException> X failed(TraceSpan span, Known statement, X failure) {
        String reason = failure instanceof DatabaseException known ? known.code() : "mismatch";
        span.error(reason);
        metrics.counter(
                        "db.failures",
                        "Statements that failed",
                        "statement",
                        statement.normal().name(),
                        "reason",
                        reason)
                .increment();
        return failure;
    }

    /// Does something with JDBC that is not worth a span.
    ///
    /// @throws DatabaseException what it threw, by its reason
    public void quietly(String what, SqlStep step) {
        try {
            step.run();
        } catch (SQLException e) {
            throw failures.of(e, what);
        }
    }

    private Known known(String sql) {
        Known found = known.get(sql);
        if (found != null) {
            return found;
        }
        Known made = learn(sql);
        if (known.size() < MOST_KNOWN) {
            known.put(sql, made);
        }
        return made;
    }

    private Known learn(String sql) {
        Normal normal = Normal.of(sql);
        return new Known(normal, metrics.timer("db.statements", "What statements take", "statement", normal.name()));
    }

    private static void describe(TraceSpan span, Run run, Known statement) {
        if (span.recording()) {
            span.tag("component", "heddle-db");
            span.tag("db.type", run.type());
            span.tag("db.sql", statement.normal().text());
            span.tag("peer", run.peer());
            span.tag("peer.service", run.type());
        }
    }

    private void ended(Run run, Known statement, long nanos) {
        statement.timing().record(nanos);
        boolean slow = nanos >= settings.slow().toNanos();
        if (slow || LOG.isDebugEnabled()) {
            var event = LOG.atLevel(slow ? Level.WARN : Level.DEBUG)
                    .addKeyValue("statement", statement.normal().text())
                    .addKeyValue("duration_us", TimeUnit.NANOSECONDS.toMicros(nanos))
                    .addKeyValue("peer", run.peer());
            List<@Nullable Object> values = settings.logValues() ? Arrays.asList(run.values()) : List.of();
            (values.isEmpty() ? event : event.addKeyValue("values", values)).log(slow ? "slow statement" : "statement");
        }
    }

    /// Stops no more statements.
    @Override
    public void close() {
        limits.close();
    }
}
