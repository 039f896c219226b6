package io.heddle.bench;

import io.heddle.bench.ask.Ask;
import io.heddle.bench.load.Rounds;
import io.heddle.bench.load.Samples;
import io.heddle.bench.load.Subject;
import io.heddle.bench.process.Child;
import io.heddle.bench.proxy.Others;
import io.heddle.bench.proxy.Others.Running;
import io.heddle.bench.report.Report;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Relays in front of one lean server, with small and larger answers.
final class RelayTable {
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final String SMALL = " 13 B";
    private static final String BIG = " 8 KB";

    private RelayTable() {}

    static void measure(Home home) {
        try (Child target = Heddle.own("io.heddle.bench.target.Target");
                Heddle registry = Heddle.start(home, "registry-center", Map.of());
                Heddle gateway = Heddle.start(home, "gateway", Map.of("HEDDLE_REGISTRY_URLS", registry.url()))) {
            URI upstream = URI.create(Heddle.url(target));
            Runnable keep = () -> register(registry, upstream);
            keep.run();
            SequencedMap<String, Running> relays = new LinkedHashMap<>();
            relays.put("gateway", new Running(gateway.child(), gateway.url() + "/target"));
            try {
                peers(home, upstream, relays);
                write(home, Rounds.of(ROUNDS, TURN, TURN.multipliedBy(4)).run(subjects(relays), keep));
            } finally {
                relays.values().forEach(Running::close);
            }
        }
    }

    private static void register(Heddle registry, URI upstream) {
        String body = "{\"name\":\"target\",\"service\":\"" + upstream + "\",\"ttl\":600}";
        Ask.send("POST", registry.url() + "/register", body);
    }

    private static void peers(Home home, URI upstream, Map<String, Running> relays) {
        Map<String, Optional<Running>> found = new LinkedHashMap<>();
        found.put("nginx", Others.nginx(upstream));
        found.put("haproxy", Others.haproxy(upstream));
        found.put(
                "spring-cloud-gateway",
                Others.jar(
                        home.peer("cloud-gateway"),
                        Map.of("TARGET", upstream.toString()),
                        "-XX:+UseSerialGC",
                        "-Xmx512m"));
        found.forEach((name, peer) -> peer.ifPresentOrElse(
                running -> relays.put(name, running),
                () -> System.out.println("relay: " + name + " is not here and is skipped")));
    }

    private static List<Subject> subjects(SequencedMap<String, Running> relays) {
        List<Subject> subjects = new ArrayList<>();
        relays.forEach((name, relay) -> subjects.add(Subject.get(name + SMALL, relay.child(), relay.url() + "/small")));
        relays.forEach((name, relay) -> subjects.add(Subject.get(name + BIG, relay.child(), relay.url() + "/big")));
        return subjects;
    }

    private static void write(Home home, Samples samples) {
        Report report = Report.of(
                "relay",
                "What a relay costs for each request",
                "relay and body",
                "CPU us a request",
                "times nginx",
                "requests/s",
                "p99 ms",
                "errors");
        samples.each((name, sample) -> report.row(
                name,
                Report.number(sample.cpuMicros()),
                ratio(samples, name).map(Report::number).orElse("-"),
                String.valueOf(Math.round(sample.perSecond())),
                Report.number(sample.p99Millis()),
                String.valueOf(sample.errors())));
        for (String size : List.of(SMALL, BIG)) {
            ratio(samples, "gateway" + size)
                    .ifPresent(times -> report.atMost("times nginx's CPU at" + size, times, 1.4, Why.RELAY));
        }
        report.note("Median of " + ROUNDS + " interleaved rounds of " + TURN.toSeconds() + " s after a warm-up; wrk -t2"
                        + " -c64; access logs off everywhere; all relay to the same lean server.")
                .note("CPU is user and system time of the relay's processes for each request that wrk counted.")
                .note("The gateway has the launcher's flags (-XX:+UseSerialGC -Xmx256m) and finds the server in a"
                        + " registry; nginx and HAProxy run on all cores with kept connections to the server.")
                .write(home.results());
    }

    private static Optional<Double> ratio(Samples samples, String name) {
        return samples.find("nginx" + (name.endsWith(SMALL) ? SMALL : BIG))
                .map(nginx -> samples.cpuMicros(name) / nginx.cpuMicros());
    }
}
