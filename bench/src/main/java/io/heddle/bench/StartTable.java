package io.heddle.bench;

import io.heddle.bench.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// From exec to the ready file, plain and with an AOT cache made by a training run.
final class StartTable {
    private static final int RUNS = Integer.getInteger("bench.rounds", 7);
    private static final List<String> SERVICES = List.of("calc", "registry-center", "gateway");

    private StartTable() {}

    /// Figures of one service.
    private record Figures(String service, double plain, double cached, long plainMegabytes, long cachedMegabytes) {}

    static void measure(Home home) {
        List<Figures> all =
                SERVICES.stream().map(service -> figures(home, service)).toList();
        Report report = Report.of(
                "start",
                "From exec to ready",
                "service",
                "ms plain",
                "ms with AOT cache",
                "MiB plain",
                "MiB with cache");
        all.forEach(one -> report.row(
                one.service,
                Report.number(one.plain),
                Report.number(one.cached),
                String.valueOf(one.plainMegabytes),
                String.valueOf(one.cachedMegabytes)));
        all.forEach(one -> report.atMost("ms until " + one.service + " is ready, plain", one.plain, 1000, Why.START));
        report.note("Median of " + RUNS + " interleaved starts; the launcher's flags (-XX:+UseSerialGC -Xmx256m); ready"
                        + " is when the ready file is there, which is written when the server answers.")
                .note("The cache is what `./heddle build --aot` makes: JDK 25 writes it when a training run ends. MiB"
                        + " is the resident memory when it is ready.")
                .write(home.results());
    }

    private static Figures figures(Home home, String service) {
        Path cache = train(home, service);
        double[] plain = new double[RUNS];
        double[] cached = new double[RUNS];
        long plainMegabytes = 0;
        long cachedMegabytes = 0;
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            try (Heddle one = Heddle.start(home, service, Map.of(), "-Xmx256m")) {
                plain[run] = millisSince(begun);
                plainMegabytes = one.child().residentMegabytes();
            }
            begun = System.nanoTime();
            try (Heddle one = Heddle.start(home, service, Map.of(), "-Xmx256m", "-XX:AOTCache=" + cache)) {
                cached[run] = millisSince(begun);
                cachedMegabytes = one.child().residentMegabytes();
            }
        }
        return new Figures(service, median(plain), median(cached), plainMegabytes, cachedMegabytes);
    }

    private static Path train(Home home, String service) {
        try {
            Path cache = Files.createTempDirectory("aot").resolve(service + ".aot");
            try (Heddle training = Heddle.start(home, service, Map.of(), "-Xmx256m", "-XX:AOTCacheOutput=" + cache)) {
                Heddle.send("GET", training.url() + "/observe/health", "");
            }
            return cache;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double millisSince(long begun) {
        return (double) TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun) / 1000;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
