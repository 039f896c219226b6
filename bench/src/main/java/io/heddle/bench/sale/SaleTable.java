package io.heddle.bench.sale;

import io.heddle.bench.load.Rounds;
import io.heddle.bench.load.Sample;
import io.heddle.bench.load.Samples;
import io.heddle.bench.load.Subject;
import io.heddle.bench.process.Child;
import io.heddle.bench.report.Report;
import io.heddle.kit.log.LogSettings;
import io.heddle.kit.log.Logs;
import io.heddle.seckill.sql.SqlForm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Claims over HTTP on each engine, and of the journalled one in this process.
public final class SaleTable {
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final String BARE = "bare Helidon server, an equal body";
    private static final String WHY = "wrk, the server and its disk share the cores; Helidon's own HTTP takes most of"
            + " the rest (see the bare server).";

    private SaleTable() {}

    /// Another engine to be faster than.
    ///
    /// @param times by how much
    private record Rival(String name, Sample sample, double times) {
        private void beside(Report report, Sample ours) {
            double rate = ours.perSecond() / sample.perSecond();
            double cpu = sample.cpuMicros() / ours.cpuMicros();
            report.atLeast("all win: times the requests/s of " + name, rate, times, WHY)
                    .atLeast("all win: times as many in a CPU second as " + name, cpu, times, WHY);
        }
    }

    /// Measures and writes `seckill.md`.
    ///
    /// @param jar the services of the sale
    /// @param bare starts the program `Seller` of this module, and its address
    public static void measure(Path jar, Path results, Supplier<Map.Entry<Child, String>> bare) {
        Report report = Report.of(
                "seckill",
                "What a claim costs, and how many there can be",
                "load",
                "requests/s",
                "p99 ms",
                "CPU us a request",
                "wins a sync",
                "errors");
        InProcess inside = new InProcess(TURN);
        row(report, "in process, stock gone, all cores", inside.decisions());
        row(report, "in process, all win, 64 in flight", inside.wins(64));
        row(report, "in process, all win, 512 in flight", inside.wins(512));
        Map.Entry<Child, String> seller = bare.get();
        try (Logs _ = Logs.open(LogSettings.console(), "bench");
                Child bareServer = seller.getKey();
                Fronts fronts = Fronts.start(jar)) {
            measure(report, fronts, bareServer, seller.getValue());
        }
        report.write(results);
    }

    private static void row(Report report, String name, InProcess.Figure figure) {
        String perSync = figure.perSync() == 0 ? "-" : Report.number(figure.perSync());
        report.row(name, String.valueOf(Math.round(figure.perSecond())), "-", "-", perSync, "0");
    }

    private static void measure(Report report, Fronts fronts, Child bare, String url) {
        Front journal = fronts.all().getFirst();
        List<Subject> subjects = new ArrayList<>();
        for (Claims claims : Claims.values()) {
            subjects.add(claims.on(BARE, List.of(bare), url));
            fronts.all().forEach(front -> subjects.add(claims.on(front.name(), front.measured(), front.url())));
        }
        double events = journal.meter("sale_events");
        double syncs = journal.meter("sale_syncs");
        Samples samples = Rounds.of(ROUNDS, TURN, TURN.multipliedBy(2)).run(subjects, () -> {});
        double perSync = (journal.meter("sale_events") - events) / (journal.meter("sale_syncs") - syncs);
        String own = Claims.ALL_WIN.name(Fronts.JOURNAL);
        samples.each((name, sample) -> row(report, name, sample, name.equals(own) ? Report.number(perSync) : "-"));
        aims(report, samples);
        notes(report);
    }

    private static void row(Report report, String name, Sample sample, String perSync) {
        report.row(
                name,
                String.valueOf(Math.round(sample.perSecond())),
                Report.number(sample.p99Millis()),
                Report.number(sample.cpuMicros()),
                perSync,
                String.valueOf(sample.errors()));
    }

    private static void aims(Report report, Samples samples) {
        Sample bare = samples.find(Claims.ALL_WIN.name(BARE)).orElseThrow();
        Sample wins = samples.find(Claims.ALL_WIN.name(Fronts.JOURNAL)).orElseThrow();
        Sample gone = samples.find(Claims.MIXED.name(Fronts.JOURNAL)).orElseThrow();
        double least = Math.min(60_000, 0.9 * bare.perSecond());
        report.atLeast(
                        "all win: requests/s, 60,000 or nine tenths of the bare server's "
                                + Math.round(bare.perSecond()),
                        wins.perSecond(),
                        least,
                        WHY)
                .atMost("all win: p99 ms", wins.p99Millis(), 10, WHY);
        samples.find(Claims.ALL_WIN.name(Fronts.named(SqlForm.CLASSIC)))
                .ifPresent(classic -> new Rival("the classic transaction of MariaDB", classic, 8).beside(report, wins));
        samples.find(Claims.ALL_WIN.name(Fronts.REDIS))
                .ifPresent(redis -> new Rival("Redis", redis, 2).beside(report, wins));
        report.atLeast("stock gone: requests/s", gone.perSecond(), 100_000, WHY)
                .atLeast("all win: wins/s, each on disk", wins.perSecond() / 2, 40_000, WHY);
    }

    private static void notes(Report report) {
        report.note("Median of " + ROUNDS + " interleaved rounds of " + TURN.toSeconds() + " s after a warm-up of "
                        + TURN.toSeconds() * 2 + " s for each; wrk -t1 -c64 on the same cores; access logs off.")
                .note("All win: the first request of each user wins and the second is told so: wins/s are half of the"
                        + " requests/s. Stock gone: each request is of another user, and nothing is left.")
                .note("The front is the service `activity`, the same for all; only what decides differs. CPU is that of"
                        + " the server and of Redis or MariaDB behind it, without wrk.")
                .note("Every win is on disk before it is told: RocksDB with one sync a batch, Redis with appendfsync"
                        + " always, MariaDB with innodb_flush_log_at_trx_commit=1.")
                .note("In process there is no HTTP; the events of one sync are wins there.");
    }
}
