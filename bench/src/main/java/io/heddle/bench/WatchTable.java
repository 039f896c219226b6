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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// A change in a large registry on its way to many watchers, and what those cost who are told nothing.
final class WatchTable {
    private static final int INSTANCES = 10_000;
    private static final int SERVICES = 1000;
    private static final int WATCHERS = 1000;
    private static final int CHANGES = 50;
    private static final int WARM_UPS = 4;
    private static final int WATCHED = SERVICES;
    private static final int MARKED = 30_000;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration QUIET = Duration.ofSeconds(Integer.getInteger("bench.quiet", 20));
    private static final String LATEST = "/register?since=" + Long.MAX_VALUE;

    private WatchTable() {}

    /// What was read of one kind of watch.
    ///
    /// @param millis of each change, sorted
    /// @param cpu of the registry for all changes
    /// @param idle the part of a core that it takes while nothing changes, in percent
    /// @param before the same without watchers
    /// @param kilobytes of heap for each watcher
    /// @param resident memory of the registry at the end, in MiB
    private record Figures(double[] millis, Duration cpu, double idle, double before, double kilobytes, long resident) {
        double part(double share) {
            return millis[(int) Math.ceil(share * millis.length) - 1];
        }

        double median() {
            return part(0.5);
        }

        double cpuMillis() {
            return (double) cpu.toMillis() / millis.length;
        }
    }

    static void measure(Home home) {
        Figures streams =
                watched(home, center -> Watchers.open(center, "/events?services=service-" + WATCHED, WATCHERS));
        Figures queries = watched(
                home,
                center -> Watchers.query(center, "/v1/health/service/service-" + WATCHED + "?passing=true", WATCHERS));
        write(home, streams, queries);
    }

    private static Figures watched(Home home, Function<URI, Watchers> watch) {
        try (Heddle registry = Heddle.start(home, "registry-center", Map.of());
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            Registering registering = new Registering(client, registry.url() + LATEST);
            for (int i = 0; i < INSTANCES; i++) {
                registering.send(i % SERVICES, 10_000 + i, "\"commit\":\"0123456789abcdef\"");
            }
            registering.send(WATCHED, MARKED, "");
            warmUp(registering, () -> watch.apply(URI.create(registry.url())));
            double before = busy(registry);
            double heap = heapKilobytes(registry);
            try (Watchers watchers = watch.apply(URI.create(registry.url()))) {
                changes(registering, watchers);
                double each = (heapKilobytes(registry) - heap) / WATCHERS;
                double idle = busy(registry);
                Duration cpu = registry.child().cpu();
                double[] millis = changes(registering, watchers);
                cpu = registry.child().cpu().minus(cpu);
                return new Figures(
                        millis, cpu, idle, before, each, registry.child().residentMegabytes());
            }
        }
    }

    /// Watchers that come and go, so that those who are measured meet compiled code, as on a server that has run for a
    /// while: a thread that parks in code that is not compiled yet keeps a far larger stack.
    private static void warmUp(Registering registering, Supplier<Watchers> watch) {
        for (int i = 0; i < WARM_UPS; i++) {
            try (Watchers watchers = watch.get()) {
                changes(registering, watchers);
            }
        }
    }

    /// The part of a core that the registry takes while nobody asks, in percent.
    private static double busy(Heddle registry) {
        Duration cpu = registry.child().cpu();
        LockSupport.parkNanos(QUIET.toNanos());
        return 100.0 * registry.child().cpu().minus(cpu).toMillis() / QUIET.toMillis();
    }

    /// The one instance of the watched service says something new of itself each time.
    private static double[] changes(Registering registering, Watchers watchers) {
        double[] millis = new double[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            String mark = '"' + Long.toString(System.nanoTime()) + '"';
            millis[i] = watchers.millisUntilSeen(mark, () -> registering.send(WATCHED, MARKED, "\"mark\":" + mark));
        }
        Arrays.sort(millis);
        return millis;
    }

    /// Tells a registry of instances.
    private record Registering(HttpClient client, String url) {
        private void send(int service, int port, String metadata) {
            String body = "{\"name\":\"service-" + service + "\",\"service\":\"http://127.0.0.1:" + port
                    + "\",\"ttl\":600,\"zone\":\"here\",\"metadata\":{" + metadata + "}}";
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
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
    }

    private static void write(Home home, Figures streams, Figures queries) {
        Report report = Report.of(
                "watch",
                "From a change to all watchers",
                "what",
                "event streams",
                "blocking queries of Consul's protocol");
        Both both = new Both(report, streams, queries);
        both.row("ms until the last watcher has seen a change, median", Figures::median);
        both.row("the same, 90 of 100", figures -> figures.part(0.9));
        both.row("the same, worst of " + CHANGES, figures -> figures.part(1));
        both.row("CPU ms of the registry for one change", Figures::cpuMillis);
        both.row("idle: percent of a core", Figures::idle);
        both.row("idle without watchers: percent of a core", Figures::before);
        both.row("KiB of heap for each watcher", Figures::kilobytes);
        both.row("MiB resident", Figures::resident);
        aims(report, "event streams", streams);
        aims(report, "blocking queries", queries);
        report.note(WATCHERS + " watchers of one service of one instance, in a registry of " + INSTANCES
                        + " instances of " + SERVICES
                        + " more services. A change is new metadata of that instance, timed"
                        + " from before it is sent until the last watcher has read it; " + PAUSE.toMillis()
                        + " ms pass between two. Watchers and registry share the machine; the registry has the"
                        + " launcher's flags.")
                .note("Idle: over " + QUIET.toSeconds() + " s, streams with their signs of life. Heap: what is in use"
                        + " after all garbage is collected, less what it was without watchers. Before that, "
                        + WARM_UPS + " times as many watchers came and went: a connection whose thread parked in code"
                        + " that was not compiled yet keeps up to 10 KiB more for its larger stack.")
                .write(home.results());
    }

    /// The two kinds of watch side by side.
    private record Both(Report report, Figures streams, Figures queries) {
        private void row(String what, ToDoubleFunction<Figures> figure) {
            report.row(
                    what, Report.number(figure.applyAsDouble(streams)), Report.number(figure.applyAsDouble(queries)));
        }
    }

    private static void aims(Report report, String of, Figures figures) {
        report.atMost(of + ": ms until all have seen a change, median", figures.median(), 50, Why.WATCH)
                .atMost(of + ": percent of a core while idle", figures.idle(), 2, Why.WATCH)
                .atMost(of + ": KiB of heap for each", figures.kilobytes(), 20, Why.CONNECTION);
    }

    /// What is in use when all garbage is gone, as its own meters tell.
    private static double heapKilobytes(Heddle registry) {
        registry.child().collectGarbage();
        double bytes = Ask.send("GET", registry.url() + "/observe/metrics", "")
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
        return bytes / 1024;
    }
}
