package io.heddle.bench;

import io.heddle.bench.jmh.Jmh;
import io.heddle.bench.jmh.Jmh.Figure;
import io.heddle.bench.lease.LeaseBenchmark;
import io.heddle.bench.pick.PickBenchmark;
import io.heddle.bench.report.Report;
import java.util.Map;

/// What is so short that only JMH can measure it.
final class MicroTable {
    private static final int MILLION = 1_000_000;

    private MicroTable() {}

    static void measure(Home home) {
        Jmh jmh = new Jmh(1, 3, 3, 1);
        Figure few = jmh.run(PickBenchmark.class, "pick", Map.of("instances", "3"));
        Figure many = jmh.run(PickBenchmark.class, "pick", Map.of("instances", "100"));
        Figure renew = jmh.run(LeaseBenchmark.class, "renew", Map.of());
        Figure resolve = jmh.run(LeaseBenchmark.class, "resolve", Map.of());
        long bytes = LeaseBenchmark.footprint(MILLION);
        Report report =
                Report.of("micro", "What is done in process", "what", "ns of CPU", "ns of wall time", "B of garbage");
        row(report, "resolve and pick 1 of 3, and settle", few);
        row(report, "resolve and pick 1 of 100, and settle", many);
        row(report, "renew 1 of 100,000 leases", renew);
        row(report, "find the ready answer of 1 of 1000 services", resolve);
        report.row("memory of 1 of 1,000,000 instances", "-", "-", bytes + " held")
                .atMost("ns of a resolve and pick of 3", few.cpuNanos(), 100, Why.PICK)
                .atMost("ns of a resolve and pick of 100", many.cpuNanos(), 100, Why.PICK)
                .atMost("bytes of an instance", (double) bytes, 400, Why.MEMORY)
                .note("The pick includes what is told to the balancer when the answer has come.")
                .note("Memory is the heap after a collection with all registered less that before, by the number of"
                        + " instances; each has an address, a zone, two metadata and two methods.")
                .write(home.results());
    }

    private static void row(Report report, String what, Figure figure) {
        report.row(
                what, Report.number(figure.cpuNanos()), Report.number(figure.nanos()), Report.number(figure.garbage()));
    }
}
