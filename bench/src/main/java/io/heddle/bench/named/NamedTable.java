package io.heddle.bench.named;

import io.heddle.bench.call.CallBenchmark;
import io.heddle.bench.jmh.Jmh;
import io.heddle.bench.jmh.Jmh.Figure;
import io.heddle.bench.process.Child;
import io.heddle.bench.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A call by name beside the typed one, in interleaved rounds, against the same service in another process.
public final class NamedTable {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final String SERVER = "io.heddle.bench.call.GreetServer";
    private static final String WHY = "The request is written and the answer is found in an envelope of JSON-RPC.";
    private static final int SERVED = 40;
    private static final int CALLS = 64 * 50;
    private static final String TYPED = "generated-http1";
    private static final String NAMED = "by-name";
    private static final String SIGNED = "by-name-signed";

    private NamedTable() {}

    /// What a call cost on both sides.
    ///
    /// @param caller of the process that calls
    /// @param served CPU us of the one that is called
    private record Cost(Figure caller, double served) {}

    /// Measures and writes `rpc.md` into a folder.
    public static void measure(Path results) {
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        Jmh jmh = new Jmh(1, 5, 3, 2);
        try (Child server = start()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String client : List.of(TYPED, NAMED, SIGNED)) {
                    costs.computeIfAbsent(client, _ -> new ArrayList<>()).add(measure(jmh, server, client));
                }
            }
        }
        write(results, costs);
    }

    private static Cost measure(Jmh jmh, Child server, String client) {
        String address =
                address(server, client.equals(SIGNED) ? "signed " : "plain ").orElseThrow();
        Figure caller = jmh.run(CallBenchmark.class, "calls", Map.of("client", client, "server", address));
        return new Cost(caller, served(server, client, address));
    }

    private static Child start() {
        try {
            Path log = Files.createTempFile("bench", ".log");
            String classPath = System.getProperty("java.class.path");
            Child child = Child.start(
                    log, Map.of(), List.of(Child.java(), "-XX:+UseSerialGC", "-Xmx512m", "-cp", classPath, SERVER));
            return child.await(() -> address(child, "plain ").isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> address(Child server, String kind) {
        return server.output()
                .lines()
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()))
                .findFirst();
    }

    /// The server is warm by then.
    private static double served(Child server, String client, String address) {
        CallBenchmark calls = new CallBenchmark();
        calls.client = client;
        calls.server = address;
        try {
            calls.open();
            Duration before = server.cpu();
            for (int i = 0; i < SERVED; i++) {
                calls.calls();
            }
            return server.cpu().minus(before).toNanos() / 1000.0 / SERVED / CALLS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calls run", e);
        } catch (Exception e) {
            throw new IllegalStateException(client + " could not be measured", e);
        } finally {
            calls.close();
        }
    }

    private static void write(Path results, Map<String, List<Cost>> costs) {
        Report report = Report.of(
                "rpc",
                "What a call by name costs beside the typed one",
                "call",
                "CPU us of the caller",
                "B of garbage of the caller",
                "CPU us of the service",
                "us of wall time, 64 at once");
        Map<String, Cost> medians = new LinkedHashMap<>();
        costs.forEach((client, all) -> medians.put(client, median(all)));
        medians.forEach((client, cost) -> report.row(
                client,
                Report.number(cost.caller().cpuNanos() / 1000),
                Report.number(cost.caller().garbage()),
                Report.number(cost.served()),
                Report.number(cost.caller().nanos() / 1000)));
        report.atMost("CPU of a caller by name, times that of a typed one", times(medians), 2, WHY)
                .note("The same method of the same service in another process; no span, no access log. The typed call"
                        + " is a GET with an empty body, the call by name a POST of JSON-RPC.")
                .note("CPU and garbage of the caller are those of its whole process. That of the service is read from"
                        + " /proc over " + SERVED * CALLS + " calls. Median of " + ROUNDS + " interleaved forks.")
                .write(results);
    }

    private static double times(Map<String, Cost> medians) {
        return cpu(medians, NAMED) / cpu(medians, TYPED);
    }

    private static double cpu(Map<String, Cost> medians, String client) {
        Cost cost = medians.get(client);
        return cost == null ? Double.NaN : cost.caller().cpuNanos();
    }

    private static Cost median(List<Cost> costs) {
        return costs.stream()
                .sorted(Comparator.comparingDouble(cost -> cost.caller().cpuNanos()))
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
