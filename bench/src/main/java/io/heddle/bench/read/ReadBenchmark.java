package io.heddle.bench.read;

import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.kit.log.LogSettings;
import io.heddle.kit.log.Logs;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Reads rows by their keys into records. JMH writes subclasses of it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadBenchmark {
    private static final int ROWS = 1000;

    /// The way to read.
    @Param({"plain-jdbc", "helidon-dbclient", "kit"})
    public String way = "kit";

    /// How many rows a read has.
    @Param({"1", "50"})
    public int rows;

    /// The database.
    @Param("jdbc:h2:mem:bench")
    public String url = "";

    /// Its user.
    @Param("sa")
    public String user = "";

    private Reader reader = new Nothing();
    private Optional<Logs> logs = Optional.empty();

    /// Reads nothing, before there is a database.
    private record Nothing() implements Reader {
        @Override
        public List<Product> read(long first, long last) {
            return List.of();
        }

        @Override
        public void close() {}
    }

    /// The names of all ways.
    public static List<String> ways() {
        return List.of("plain-jdbc", "helidon-dbclient", "kit");
    }

    /// Measures all ways on H2, and on MariaDB where it is installed, and writes `db.md`.
    public static void measure(Path results) {
        ReadTable.measure(results);
    }

    /// Fills the table and opens the way.
    @Setup
    public void open() {
        DatabaseSettings settings = DatabaseSettings.at(url, user, "");
        try (Metrics metrics = Metrics.create();
                Database database = Database.open(settings, Traces.off(), metrics)) {
            database.transaction(session -> session.update("drop table if exists product"));
            database.transaction(session -> session.update("create table product (id bigint primary key,"
                    + " name varchar(200), price decimal(12, 2), stock int, note varchar(200))"));
            List<List<Object>> all = IntStream.range(0, ROWS)
                    .mapToObj(i -> List.<Object>of((long) i, "product " + i, new BigDecimal("12.50"), i, "note " + i))
                    .toList();
            database.transaction(session -> session.batch("insert into product values (?, ?, ?, ?, ?)", all));
        }
        logs = Optional.of(Logs.open(LogSettings.console(), "bench"));
        reader = Reader.named(way, settings);
    }

    /// Ends the way.
    @TearDown
    public void close() {
        reader.close();
        logs.ifPresent(Logs::close);
    }

    /// Reads rows next to each other.
    @Benchmark
    public List<Product> read() throws SQLException {
        long first = ThreadLocalRandom.current().nextLong(ROWS - rows);
        return reader.read(first, first + rows - 1);
    }
}
