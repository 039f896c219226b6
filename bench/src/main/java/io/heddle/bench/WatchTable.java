package io.heddle.bench;

import io.heddle.bench.ask.Ask;
import io.heddle.bench.report.Report;
import io.heddle.bench.watcher.Watchers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/// A change in a large registry on its way to many watchers.
final class WatchTable {
    private static final int INSTANCES = 10_000;
    private static final int SERVICES = 100;
    private static final int WATCHERS = 1000;
    private static final int CHANGES = 50;
    private static final String LATEST = "/register?since=" + Long.MAX_VALUE;

    private WatchTable() {}

    static void measure(Home home) {
        try (Heddle registry = Heddle.start(home, "registry-center", Map.of());
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            for (int i = 0; i < INSTANCES; i++) {
                register(client, registry, i % SERVICES, 10_000 + i);
            }
            try (Watchers watchers =
                    Watchers.open(URI.create(registry.url()), "/events?services=service-0", WATCHERS)) {
                for (int i = 0; i < CHANGES; i++) {
                    change(client, registry, watchers, 30_000 + i);
                }
                Duration cpu = registry.child().cpu();
                double[] millis = new double[CHANGES];
                for (int i = 0; i < CHANGES; i++) {
                    millis[i] = change(client, registry, watchers, 40_000 + i);
                }
                write(home, millis, registry.child().cpu().minus(cpu), registry);
            }
        }
    }

    private static double change(HttpClient client, Heddle registry, Watchers watchers, int port) {
        return watchers.millisUntilSeen(":" + port + "\"", () -> register(client, registry, 0, port));
    }

    private static void register(HttpClient client, Heddle registry, int service, int port) {
        String body = "{\"name\":\"service-" + service + "\",\"service\":\"http://127.0.0.1:" + port
                + "\",\"ttl\":600,\"zone\":\"here\",\"metadata\":{\"commit\":\"0123456789abcdef\"}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + LATEST))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("a registration gave " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while registering", e);
        }
    }

    private static void write(Home home, double[] millis, Duration cpu, Heddle registry) {
        Arrays.sort(millis);
        double heap = heapMegabytes(registry);
        Report.of("watch", "From a change to all watchers", "what", "figure")
                .row("instances, services, watchers", INSTANCES + ", " + SERVICES + ", " + WATCHERS)
                .row("ms until the last watcher has seen a change, median", Report.number(millis[CHANGES / 2]))
                .row("the same, 90 of 100", Report.number(millis[CHANGES * 9 / 10]))
                .row("the same, worst of " + CHANGES, Report.number(millis[CHANGES - 1]))
                .row("CPU ms of the registry for one change", Report.number((double) cpu.toMillis() / CHANGES))
                .row("MiB of heap in use", Report.number(heap))
                .row("MiB resident", String.valueOf(registry.child().residentMegabytes()))
                .atMost("ms until all watchers have seen a change, median", millis[CHANGES / 2], 50, Why.WATCH)
                .note("Each watcher has an event stream of its own on one service of 100 instances; a change is the"
                        + " registration of one more, timed from before it is sent until the last watcher has read it."
                        + " Watchers and registry share the machine; the registry has the launcher's flags.")
                .write(home.results());
    }

    /// As its own meters tell.
    private static double heapMegabytes(Heddle registry) {
        double bytes = Ask.send("GET", registry.url() + "/observe/metrics", "")
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
        return bytes / (1 << 20);
    }
}
