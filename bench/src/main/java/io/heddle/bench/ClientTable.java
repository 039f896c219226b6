package io.heddle.bench;

import io.heddle.bench.call.CallBenchmark;
import io.heddle.bench.jmh.Jmh;
import io.heddle.bench.jmh.Jmh.Figure;
import io.heddle.bench.process.Child;
import io.heddle.bench.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One call by each client, in interleaved rounds, against a server in another process.
final class ClientTable {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final String OURS = "generated-http1";

    private ClientTable() {}

    static void measure(Home home) {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        Jmh jmh = new Jmh(1, 5, 3, 2);
        try (Child target = Heddle.own("io.heddle.bench.target.Target")) {
            String server = Heddle.url(target);
            for (int round = 0; round < ROUNDS; round++) {
                for (String client : clients()) {
                    measure(jmh, client, server)
                            .ifPresent(figure -> figures.computeIfAbsent(client, _ -> new ArrayList<>())
                                    .add(figure));
                }
            }
        }
        write(home, figures);
    }

    /// A client that cannot be measured here is named, and does not keep the others from being so.
    private static Optional<Figure> measure(Jmh jmh, String client, String server) {
        try {
            return Optional.of(jmh.run(CallBenchmark.class, "calls", Map.of("client", client, "server", server)));
        } catch (RuntimeException e) {
            System.out.println("client: " + client + " could not be measured: " + e);
            return Optional.empty();
        }
    }

    private static String[] clients() {
        String only = System.getProperty("bench.only", "");
        return only.isEmpty() ? CallBenchmark.clients() : only.split(",");
    }

    private static void write(Home home, Map<String, List<Figure>> figures) {
        Report report = Report.of(
                "client",
                "What a call costs its caller",
                "client",
                "CPU us a call",
                "KB of garbage a call",
                "us of wall time a call, 64 at once");
        Map<String, Figure> medians = new LinkedHashMap<>();
        figures.forEach((client, all) -> medians.put(client, median(all)));
        medians.forEach((client, figure) -> report.row(
                client,
                Report.number(figure.cpuNanos() / 1000),
                Report.number(figure.garbage() / 1024),
                Report.number(figure.nanos() / 1000)));
        Figure ours = medians.getOrDefault(OURS, new Figure(0, 0, 0));
        double best = medians.entrySet().stream()
                .filter(entry -> peer(entry.getKey()))
                .mapToDouble(entry -> entry.getValue().cpuNanos() / 1000)
                .min()
                .orElse(Double.MAX_VALUE);
        report.atMost("CPU us of a generated call", ours.cpuNanos() / 1000, 10, Why.CALL)
                .atMost("KB of garbage of a generated call", ours.garbage() / 1024, 2, Why.GARBAGE)
                .atMost("CPU us of a generated call against the best peer", ours.cpuNanos() / 1000, best, Why.CALL)
                .note("CPU and garbage are those of the whole client process, carriers of virtual threads included;"
                        + " the server is another process. Median of " + ROUNDS + " interleaved forks.")
                .note("bare-socket is the floor: one write, one read, no parsing. The -by-hand ones are the kit's"
                        + " transports without the generated client; all but bare-socket read the same JSON.")
                .write(home.results());
    }

    private static boolean peer(String client) {
        return !client.equals("bare-socket") && !client.startsWith("generated") && !client.equals("http1-by-hand");
    }

    private static Figure median(List<Figure> figures) {
        return figures.stream()
                .sorted(Comparator.comparingDouble(Figure::cpuNanos))
                .skip(figures.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
