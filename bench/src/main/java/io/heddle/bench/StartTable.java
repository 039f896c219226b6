package io.heddle.bench;

import io.heddle.bench.ask.Ask;
import io.heddle.bench.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/// From exec to the ready file, plain and with an AOT cache made by a training run.
final class StartTable {
    private static final int RUNS = Integer.getInteger("bench.rounds", 7);
    private static final List<String> SERVICES = List.of("calc", "registry-center", "gateway");

    private StartTable() {}

    /// The medians of one service's starts.
    ///
    /// @param millis from exec to ready
    /// @param cpuMillis the CPU time that it took by then
    /// @param megabytes resident by then
    private record Start(double millis, double cpuMillis, double megabytes) {
        static Start median(List<Start> all) {
            return new Start(middle(all, Start::millis), middle(all, Start::cpuMillis), middle(all, Start::megabytes));
        }

        private static double middle(List<Start> all, ToDoubleFunction<Start> figure) {
            return all.stream().mapToDouble(figure).sorted().toArray()[all.size() / 2];
        }
    }

    static void measure(Home home) {
        Report report = Report.of(
                "start", "From exec to ready", "service", "ms until ready", "CPU ms until ready", "MiB resident");
        for (String service : SERVICES) {
            Path cache = train(home, service);
            List<Start> plain = new ArrayList<>();
            List<Start> cached = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                plain.add(start(home, service, "-Xmx256m"));
                cached.add(start(home, service, "-Xmx256m", "-XX:AOTCache=" + cache));
            }
            Start usual = Start.median(plain);
            row(report, service + ", plain", usual);
            row(report, service + ", with AOT cache", Start.median(cached));
            report.atMost("ms until " + service + " is ready, plain", usual.millis, 1000, Why.START);
        }
        report.note("Median of " + RUNS + " interleaved starts; the launcher's flags (-XX:+UseSerialGC -Xmx256m); ready"
                        + " is when the ready file is there, which is written when the server answers.")
                .note("The cache is what `./heddle build --aot` makes: JDK 25 writes it when a training run ends.")
                .note("Wall time is that of a machine with the load named above; CPU time moves less with it.")
                .write(home.results());
    }

    private static void row(Report report, String what, Start start) {
        report.row(what, Report.number(start.millis), Report.number(start.cpuMillis), Report.number(start.megabytes));
    }

    private static Start start(Home home, String service, String... flags) {
        long begun = System.nanoTime();
        try (Heddle one = Heddle.start(home, service, Map.of(), flags)) {
            double millis = (double) TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun) / 1000;
            return new Start(millis, (double) one.child().cpu().toMillis(), (double)
                    one.child().residentMegabytes());
        }
    }

    private static Path train(Home home, String service) {
        try {
            Path cache = Files.createTempDirectory("aot").resolve(service + ".aot");
            try (Heddle training = Heddle.start(home, service, Map.of(), "-Xmx256m", "-XX:AOTCacheOutput=" + cache)) {
                Ask.send("GET", training.url() + "/observe/health", "");
            }
            return cache;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
