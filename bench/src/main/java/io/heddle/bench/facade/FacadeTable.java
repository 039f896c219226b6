package io.heddle.bench.facade;

import io.heddle.bench.ask.Ask;
import io.heddle.bench.load.Rounds;
import io.heddle.bench.load.Sample;
import io.heddle.bench.load.Samples;
import io.heddle.bench.load.Subject;
import io.heddle.bench.process.Child;
import io.heddle.bench.proxy.Others.Running;
import io.heddle.bench.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Renewals and reads of one registry through each protocol that it speaks, beside a Eureka server, an etcd and a
/// ZooKeeper.
public final class FacadeTable {
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("bench.seconds", 4));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int INSTANCES = 10;
    private static final String OURS = "PUT /eureka/apps/{app}/{id}";
    private static final String THEIRS = "eureka " + OURS;
    private static final String WHY = "A renewal is little more than HTTP at both.";

    private FacadeTable() {}

    /// Measures a registry that has nothing registered.
    ///
    /// @param registry its process
    /// @param url its address
    /// @param eureka a Eureka server to put beside it
    public static void measure(Path results, Child registry, String url, Optional<Running> eureka) {
        List<Subject> subjects = new ArrayList<>(ours(registry, url));
        eureka.ifPresent(running -> subjects.addAll(eureka("eureka ", running.child(), running.url())));
        Optional<Etcd> etcd = Etcd.start();
        try {
            etcd.ifPresent(running -> subjects.addAll(running.subjects(registration(0))));
            Samples samples = Rounds.of(ROUNDS, TURN, TURN.multipliedBy(3)).run(subjects, () -> {});
            samples.byName().putAll(zooKeeper());
            write(results, samples);
        } finally {
            etcd.ifPresent(Etcd::close);
        }
    }

    private static SequencedMap<String, Sample> zooKeeper() {
        Optional<ZooKeeper> started = ZooKeeper.start();
        try {
            SequencedMap<String, Sample> named = new LinkedHashMap<>();
            started.ifPresent(running -> running.samples(registration(0), TURN)
                    .forEach((name, sample) -> named.put("ZooKeeper " + name, sample)));
            return named;
        } finally {
            started.ifPresent(ZooKeeper::close);
        }
    }

    private static List<Subject> ours(Child registry, String url) {
        String token = Ask.send("POST", url + "/register", registration(0))
                .headers()
                .firstValue("X-Lease-Token")
                .orElseThrow();
        Ask.send("PUT", url + "/v1/agent/service/register", consul());
        List<Subject> subjects = new ArrayList<>(List.of(
                Subject.send("PUT /leases/{token}", registry, "PUT", url + "/leases/" + token),
                Subject.send(
                        "PUT /v1/agent/check/pass/{id}", registry, "PUT", url + "/v1/agent/check/pass/service:shop-1"),
                Subject.get("GET /service/{name}", registry, url + "/service/calc"),
                Subject.get("GET /v1/health/service/{name}?passing", registry, url + "/v1/health/service/calc?passing"),
                Subject.get("GET /prometheus/targets", registry, url + "/prometheus/targets")));
        subjects.addAll(eureka("", registry, url));
        return subjects;
    }

    private static List<Subject> eureka(String title, Child server, String url) {
        String apps = url + "/eureka/apps";
        for (int i = 0; i < INSTANCES; i++) {
            Ask.send("POST", apps + "/ORDERS", instance(i));
        }
        return List.of(
                Subject.send(title + OURS, server, "PUT", apps + "/ORDERS/orders-0"),
                Subject.get(title + "GET /eureka/apps", server, apps + "/").json());
    }

    private static String registration(int number) {
        return "{\"name\":\"calc\",\"service\":\"http://127.0.0.1:" + (9527 + number) + "\",\"ttl\":600}";
    }

    private static String consul() {
        return "{\"ID\":\"shop-1\",\"Name\":\"shop\",\"Address\":\"127.0.0.1\",\"Port\":7001,"
                + "\"Check\":{\"TTL\":\"600s\",\"Status\":\"passing\"}}";
    }

    private static String instance(int number) {
        return "{\"instance\":{\"instanceId\":\"orders-" + number + "\",\"app\":\"ORDERS\",\"hostName\":\"127.0.0.1\","
                + "\"ipAddr\":\"127.0.0.1\",\"vipAddress\":\"orders\",\"status\":\"UP\",\"port\":{\"$\":"
                + (8527 + number) + ",\"@enabled\":\"true\"},\"leaseInfo\":{\"durationInSecs\":600},"
                + "\"dataCenterInfo\":{\"@class\":\"com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo\","
                + "\"name\":\"MyOwn\"}}}";
    }

    private static void write(Path results, Samples samples) {
        Report report = Report.of(
                "facades",
                "What a registry's protocols cost it",
                "request",
                "CPU us a request",
                "requests/s",
                "p99 ms",
                "errors");
        samples.each((name, sample) -> report.row(
                name,
                Report.number(sample.cpuMicros()),
                String.valueOf(Math.round(sample.perSecond())),
                Report.number(sample.p99Millis()),
                String.valueOf(sample.errors())));
        samples.find(THEIRS)
                .ifPresent(theirs -> report.atLeast(
                        "renewals of Eureka's clients in a CPU second, times those of a warm Eureka",
                        theirs.cpuMicros() / samples.cpuMicros(OURS),
                        2,
                        WHY));
        report.note("Median of " + ROUNDS + " interleaved rounds of " + TURN.toSeconds() + " s after a warm-up; wrk -t2"
                        + " -c64; " + INSTANCES + " instances; access logs off. All rows without another server's"
                        + " name are ours.")
                .note("etcd is asked over its JSON gateway; each put is on its disk. In a cluster of ours the store has"
                        + " only what comes and goes, never a renewal.")
                .note("ZooKeeper is asked by its own client, 64 requests at a time over one connection, in one round;"
                        + " each setData is on its disk.")
                .write(results);
    }
}
