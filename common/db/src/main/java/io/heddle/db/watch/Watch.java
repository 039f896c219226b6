package io.heddle.db.watch;

import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.SqlFailures;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.metrics.Timing;
import io.heddle.kit.trace.TraceSpan;
import io.heddle.kit.trace.Traces;
import java.sql.SQLException;
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
public final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int MOST_KNOWN = 2000;

    private final WatchSettings settings;
    private final Traces traces;
    private final Metrics metrics;
    private final SqlFailures failures;
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

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
    private record Known(Normal normal, Timing done, Timing failed) {}

    /// The limits that it was made with.
    public WatchSettings settings() {
        return settings;
    }

    /// The name of a statement, as `select article`.
    public String name(String sql) {
        return known(sql).normal().name();
    }

    /// Runs a statement.
    ///
    /// @throws DatabaseException what it threw, by its reason
    public <T> T run(Run run, SqlWork<T> work) {
        Known statement = known(run.sql());
        long begun = System.nanoTime();
        try (TraceSpan span = traces.client(statement.normal().name())) {
            describe(span, run, statement);
            return attempt(span, run, work, begun);
        }
    }

    private <T> T attempt(TraceSpan span, Run run, SqlWork<T> work, long begun) {
        Known statement = known(run.sql());
        try {
            T result = work.run();
            ended(run, statement.normal(), statement.done(), System.nanoTime() - begun);
            return result;
        } catch (SQLException | RuntimeException e) {
            RuntimeException failure = e instanceof SQLException sql
                    ? failures.of(sql, statement.normal().text())
                    : (RuntimeException) e;
            span.error(failure instanceof DatabaseException known ? known.code() : "failed");
            ended(run, statement.normal(), statement.failed(), System.nanoTime() - begun);
            throw failure;
        }
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
        return new Known(normal, timing(normal, "done"), timing(normal, "failed"));
    }

    private Timing timing(Normal normal, String outcome) {
        return metrics.timer("db.statements", "What statements take", "statement", normal.name(), "outcome", outcome);
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

    private void ended(Run run, Normal normal, Timing timing, long nanos) {
        timing.record(nanos);
        boolean slow = nanos >= settings.slow().toNanos();
        if (slow || LOG.isDebugEnabled()) {
            var event = LOG.atLevel(slow ? Level.WARN : Level.DEBUG)
                    .addKeyValue("statement", normal.text())
                    .addKeyValue("duration_us", TimeUnit.NANOSECONDS.toMicros(nanos))
                    .addKeyValue("peer", run.peer());
            List<@Nullable Object> values = settings.logValues() ? Arrays.asList(run.values()) : List.of();
            (values.isEmpty() ? event : event.addKeyValue("values", values)).log(slow ? "slow statement" : "statement");
        }
    }
}
