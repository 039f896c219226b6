package io.heddle.bench.read;

import io.heddle.bench.jmh.Jmh;
import io.heddle.bench.jmh.Jmh.Figure;
import io.heddle.bench.process.Child;
import io.heddle.bench.report.Report;
import io.heddle.bench.server.PrivateMariaDb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Ways to read, in interleaved rounds.
final class ReadTable {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Jmh JMH = new Jmh(1, 4, 3, 1);
    private static final String WHY = "The limits, meters and checks of each statement, and helidon-dbclient's own"
            + " objects, are more than nothing.";

    private ReadTable() {}

    /// What is measured.
    ///
    /// @param database its name
    /// @param rows rows of a read
    /// @param way the way to read
    private record Case(String database, int rows, String way) {}

    static void measure(Path results) {
        Map<Case, List<Figure>> figures = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            measure("H2 in memory", "jdbc:h2:mem:bench", "sa", figures);
        }
        if (Child.installed("mariadbd") || Child.installed("mysqld")) {
            try (PrivateMariaDb server = PrivateMariaDb.start()) {
                for (int round = 0; round < ROUNDS; round++) {
                    measure("MariaDB", server.url(), "root", figures);
                }
            }
        }
        write(results, figures);
    }

    private static void measure(String database, String url, String user, Map<Case, List<Figure>> figures) {
        for (int rows : List.of(1, 50)) {
            for (String way : ReadBenchmark.ways()) {
                Map<String, String> parameters =
                        Map.of("way", way, "rows", Integer.toString(rows), "url", url, "user", user);
                figures.computeIfAbsent(new Case(database, rows, way), _ -> new ArrayList<>())
                        .add(JMH.run(ReadBenchmark.class, "read", parameters));
            }
        }
    }

    private static void write(Path results, Map<Case, List<Figure>> figures) {
        Report report = Report.of(
                "db",
                "What a read from a database costs",
                "database",
                "rows",
                "way",
                "CPU us a read",
                "us a read",
                "B of garbage a read");
        Map<Case, Figure> medians = new LinkedHashMap<>();
        figures.forEach((each, all) -> medians.put(each, median(all)));
        medians.forEach((each, figure) -> report.row(
                each.database(),
                Integer.toString(each.rows()),
                each.way(),
                Report.number(figure.cpuNanos() / 1000),
                Report.number(figure.nanos() / 1000),
                Report.number(figure.garbage())));
        Figure plain = figure(medians, "plain-jdbc");
        Figure ours = figure(medians, "kit");
        report.atMost("us that the kit adds to a read of one row", (ours.nanos() - plain.nanos()) / 1000, 5, WHY)
                .atMost("B that the kit adds to a read of one row", ours.garbage() - plain.garbage(), 4096, WHY)
                .note("All ways are on HikariCP with the same settings, one thread, and read the same rows into the"
                        + " same records. Median of " + ROUNDS + " interleaved forks; the aims are about H2.")
                .note("The kit executes by helidon-dbclient too, but reads the result itself: Helidon's rows hold an"
                        + " object for each column, and cannot be asked for NULL at this version.")
                .write(results);
    }

    private static Figure figure(Map<Case, Figure> medians, String way) {
        return medians.getOrDefault(new Case("H2 in memory", 1, way), new Figure(0, 0, 0));
    }

    private static Figure median(List<Figure> figures) {
        return figures.stream()
                .sorted(Comparator.comparingDouble(Figure::nanos))
                .skip(figures.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
