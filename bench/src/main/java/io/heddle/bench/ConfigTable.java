package io.heddle.bench;

import io.heddle.bench.load.Rounds;
import io.heddle.bench.load.Samples;
import io.heddle.bench.load.Subject;
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
import java.util.List;
import java.util.Map;

/// Reads of a config centre over HTTP, and a publish on its way to many watchers.
final class ConfigTable {
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SERVICES = 100;
    private static final int WATCHERS = 1000;
    private static final int PUBLISHES = 50;
    private static final String READ = "GET /config-center/{config}/{service}";
    private static final String STATE = "GET /watch, the 2 configs of a service";

    private ConfigTable() {}

    static void measure(Home home) {
        try (Heddle center = Heddle.start(home, "config-center", Map.of());
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            for (int i = 0; i < SERVICES; i++) {
                publish(client, center, "log/service-" + i, 1);
                publish(client, center, "database/service-" + i, 1);
            }
            Samples reads = reads(center);
            double[] alone = publishes(client, center);
            double[] reached = reached(client, center);
            write(home, reads, alone, reached);
        }
    }

    private static Samples reads(Heddle center) {
        List<Subject> subjects = List.of(
                Subject.get(READ, center.child(), center.url() + "/config-center/database/service-7"),
                Subject.get(STATE, center.child(), center.url() + "/watch?entries=*/service-7"));
        return Rounds.of(ROUNDS, TURN, TURN.multipliedBy(2)).run(subjects, () -> {});
    }

    /// The milliseconds of each publish, which is on disk when it is answered.
    private static double[] publishes(HttpClient client, Heddle center) {
        double[] millis = new double[PUBLISHES];
        for (int i = 0; i < 2 * PUBLISHES; i++) {
            long begun = System.nanoTime();
            publish(client, center, "shelf/service-1", i);
            millis[i % PUBLISHES] = (System.nanoTime() - begun) / 1e6;
        }
        return millis;
    }

    private static double[] reached(HttpClient client, Heddle center) {
        try (Watchers watchers = Watchers.open(URI.create(center.url()), "/events?entries=*/service-0", WATCHERS)) {
            double[] millis = new double[PUBLISHES];
            for (int i = 0; i < 2 * PUBLISHES; i++) {
                int page = 10_000 + i;
                millis[i % PUBLISHES] = watchers.millisUntilSeen(
                        "\"page\":" + page + ",", () -> publish(client, center, "shelf/service-0", page));
            }
            return millis;
        }
    }

    private static void publish(HttpClient client, Heddle center, String entry, int page) {
        String body = "{\"value\":{\"page\":" + page
                + ",\"url\":\"jdbc:mysql://db.example:3306/blog\",\"user\":\"blog\",\"password\":\"hunter2\"}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(center.url() + "/entries/" + entry + "/publish"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("a publish gave " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }

    private static void write(Home home, Samples reads, double[] alone, double[] reached) {
        Arrays.sort(alone);
        Arrays.sort(reached);
        Report report = Report.of("config", "What a read and a publish of a config cost", "what", "figure");
        reads.each((name, sample) -> report.row("CPU us of " + name, Report.number(sample.cpuMicros()))
                .row("requests/s of the same", String.valueOf(Math.round(sample.perSecond())))
                .row("p99 ms of the same", Report.number(sample.p99Millis()))
                .row("errors of the same", String.valueOf(sample.errors())));
        report.row("ms of a publish, on disk when it is answered, median", Report.number(alone[PUBLISHES / 2]))
                .row("ms until " + WATCHERS + " watchers have seen a publish, median", number(reached, 50))
                .row("the same, 90 of 100", number(reached, 90))
                .row("the same, worst of " + PUBLISHES, Report.number(reached[PUBLISHES - 1]))
                .atMost("ms until all have seen a publish, 90 of 100", reached[PUBLISHES * 9 / 10], 100, Why.PUBLISH)
                .atMost("CPU us of a read", reads.cpuMicros(READ), 15, Why.READ)
                .note(SERVICES + " services with 2 configs each in an H2 file; wrk -t2 -c64; median of " + ROUNDS
                        + " interleaved rounds of " + TURN.toSeconds() + " s. A publish is timed from before it is sent"
                        + " until the last watcher, each on a stream of its own, has read it; watchers and centre share"
                        + " the machine. The value has a secret, which is sealed on its way to the disk.")
                .write(home.results());
    }

    private static String number(double[] sorted, int percent) {
        return Report.number(sorted[sorted.length * percent / 100]);
    }
}
