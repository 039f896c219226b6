package io.heddle.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.task.Deadline;
import io.heddle.kit.task.Fanout;
import io.heddle.kit.trace.Traces;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an H2 file must bear: a process that is killed, and threads that are interrupted.
class DurabilityTest {
    private static final String INSERT = "insert into t (v) values (?)";

    @TempDir
    private Path folder;

    @Test
    void aCommitSurvivesAKill() throws Exception {
        for (int round = 1; round <= 4; round++) {
            long acknowledged = commitsUntilKilled(400L * round);
            try (Database db = open()) {
                long present = db.read(session -> session.one(Long.class, "select max(id) from t"))
                        .orElseThrow();
                assertThat(present).isBetween(acknowledged, acknowledged + 2);
            }
        }
    }

    /// A process of its own commits row after row, until it is killed in the middle of that.
    ///
    /// @param until from which row on it is killed
    ///
    /// @return the last row that it said was committed
    private long commitsUntilKilled(long until) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Committer.class.getName(),
                        folder.resolve("db").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.matches("\\d+") ? Long.parseLong(line) : last;
                if (last >= until) {
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return last;
    }

    private Database open() {
        return Database.open(DatabaseSettings.inFile(folder.resolve("db")), Traces.off(), Metrics.create());
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheFileUnderOthers() {
        try (Database db = open()) {
            db.transaction(session -> session.update("create table t (id bigint auto_increment primary key, v text)"));
            AtomicLong committed = new AtomicLong();
            for (int round = 0; round < 30; round++) {
                List<Callable<Long>> tasks = IntStream.range(0, 8)
                        .<Callable<Long>>mapToObj(_ -> () -> commit(db, committed))
                        .toList();
                Fanout.each(Deadline.in(Duration.ofMillis(5 + round % 7)), tasks);
            }
            long rows = db.read(session -> session.one(Long.class, "select count(*) from t"))
                    .orElseThrow();
            assertThat(rows).isEqualTo(committed.get() * 2).isPositive();
            assertThat(db.active()).isZero();
        }
    }

    /// Commits until it is interrupted, and counts.
    private static long commit(Database db, AtomicLong committed) {
        String text = "y".repeat(3000);
        while (true) {
            db.transaction(session -> session.update(INSERT, text) + session.update(INSERT, text));
            committed.incrementAndGet();
        }
    }

    /// Commits row after row and says so.
    static final class Committer {
        private Committer() {}

        public static void main(String[] arguments) {
            DatabaseSettings settings = DatabaseSettings.inFile(Path.of(arguments[0]));
            try (Database db = Database.open(settings, Traces.off(), Metrics.create())) {
                db.transaction(session ->
                        session.update("create table if not exists t (id bigint auto_increment primary key, v text)"));
                while (!Thread.currentThread().isInterrupted()) {
                    long id = db.transaction(session -> session.insert(INSERT, "v"));
                    System.out.println(id);
                }
            }
        }
    }
}
