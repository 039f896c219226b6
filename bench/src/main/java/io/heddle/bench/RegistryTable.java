package io.heddle.bench;

import io.heddle.bench.ask.Ask;
import io.heddle.bench.load.Rounds;
import io.heddle.bench.load.Samples;
import io.heddle.bench.load.Subject;
import io.heddle.bench.process.Child;
import io.heddle.bench.proxy.Others;
import io.heddle.bench.proxy.Others.Running;
import io.heddle.bench.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Renewals and reads of a registry over HTTP, beside a Eureka server and a bare Helidon one.
final class RegistryTable {
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int INSTANCES = 10;
    private static final String RENEWAL = "PUT /leases/{token}";
    private static final String BATCH = "POST /leases, " + INSTANCES + " renewals in one";
    private static final String REGISTER = "POST /register, nothing changed";
    private static final String EUREKA_RENEWAL = "eureka PUT /eureka/apps/{app}/{id}";
    private static final String LATEST = "?since=" + Long.MAX_VALUE;

    private RegistryTable() {}

    static void measure(Home home) {
        try (Child echo = Heddle.own("io.heddle.bench.target.Echo");
                Heddle registry = Heddle.start(home, "registry-center", Map.of())) {
            Optional<Running> eureka = Others.jar(home.peer("eureka"), Map.of(), "-XX:+UseSerialGC", "-Xmx512m");
            try {
                List<Subject> subjects = new ArrayList<>(ours(registry));
                subjects.add(Subject.send("bare-helidon-echo", echo, "POST", Heddle.url(echo))
                        .body(body(0)));
                eureka.ifPresentOrElse(
                        running -> subjects.addAll(EurekaLoad.subjects(running, INSTANCES)),
                        () -> System.out.println("registry: eureka is not here and is skipped"));
                Rounds rounds = Rounds.of(ROUNDS, TURN, TURN.multipliedBy(4));
                write(home, rounds.run(subjects, () -> registerAll(registry)));
            } finally {
                eureka.ifPresent(Running::close);
            }
        }
    }

    /// A registration as a client sends it.
    private static String body(int number) {
        return "{\"name\":\"calc\",\"service\":\"http://127.0.0.1:" + (9527 + number)
                + "\",\"register_time\":1767225600.25,\"keepalive_time\":1767225610.5,\"ttl\":600,\"zone\":\"here\"}";
    }

    private static List<String> registerAll(Heddle registry) {
        return IntStream.range(0, INSTANCES)
                .mapToObj(number -> register(registry, number))
                .toList();
    }

    /// Registers and gives the token.
    private static String register(Heddle registry, int number) {
        return Ask.send("POST", registry.url() + "/register", body(number))
                .headers()
                .firstValue("X-Lease-Token")
                .orElseThrow();
    }

    private static List<Subject> ours(Heddle registry) {
        List<String> tokens = registerAll(registry);
        String url = registry.url();
        Child child = registry.child();
        return List.of(
                Subject.send(RENEWAL, child, "PUT", url + "/leases/" + tokens.getFirst()),
                Subject.send(BATCH, child, "POST", url + "/leases").body(tokens.toString()),
                Subject.send(REGISTER, child, "POST", url + "/register" + LATEST)
                        .body(body(0)),
                Subject.send("POST /register, all services", child, "POST", url + "/register")
                        .body(body(0)),
                Subject.get("GET /service/{name}", child, url + "/service/calc"),
                Subject.get("GET /services", child, url + "/services"));
    }

    private static void write(Home home, Samples samples) {
        Report report = Report.of(
                "registry",
                "What a renewal and a read cost the registry",
                "request",
                "CPU us a request",
                "a CPU second serves",
                "requests/s",
                "p99 ms",
                "errors");
        samples.each((name, sample) -> report.row(
                name,
                Report.number(sample.cpuMicros()),
                Report.number(1e6 / sample.cpuMicros()),
                String.valueOf(Math.round(sample.perSecond())),
                Report.number(sample.p99Millis()),
                String.valueOf(sample.errors())));
        double renewal = samples.cpuMicros(RENEWAL);
        report.atMost("CPU us of a renewal by PUT", renewal, 15, Why.RENEWAL)
                .atMost("CPU us of a renewal by POST", samples.cpuMicros(REGISTER), 15, Why.RENEWAL);
        samples.find(EUREKA_RENEWAL)
                .ifPresent(eureka -> beside(report, eureka.cpuMicros(), renewal, samples.cpuMicros(BATCH)));
        report.note("Median of " + ROUNDS + " interleaved rounds of " + TURN.toSeconds() + " s after a warm-up of "
                        + TURN.toSeconds() * 4 + " s for each; wrk -t2 -c64; " + INSTANCES + " instances registered;"
                        + " access logs off.")
                .note("bare-helidon-echo is a Helidon server that reads and writes the registration as JSON and does"
                        + " nothing else: what HTTP and JSON alone cost.")
                .write(home.results());
    }

    private static void beside(Report report, double eureka, double renewal, double batch) {
        report.atLeast("renewals by PUT in a CPU second, times those of a warm Eureka", eureka / renewal, 6, Why.EUREKA)
                .atLeast(
                        "renewals in batches of " + INSTANCES + " in a CPU second, times those of a warm Eureka",
                        eureka * INSTANCES / batch,
                        6,
                        Why.EUREKA);
    }

    /// The same work for a Eureka server.
    private static final class EurekaLoad {
        private EurekaLoad() {}

        /// Registers as many instances and gives what to ask for.
        static List<Subject> subjects(Running eureka, int instances) {
            String apps = eureka.url() + "/eureka/apps";
            for (int i = 0; i < instances; i++) {
                Ask.send("POST", apps + "/CALC", body(i));
            }
            return List.of(
                    Subject.send("eureka PUT /eureka/apps/{app}/{id}", eureka.child(), "PUT", apps + "/CALC/calc-0"),
                    Subject.send("eureka POST /eureka/apps/{app}", eureka.child(), "POST", apps + "/CALC")
                            .body(body(0)),
                    Subject.get("eureka GET /eureka/apps/{app}", eureka.child(), apps + "/CALC")
                            .json());
        }

        private static String body(int number) {
            int port = 9527 + number;
            return "{\"instance\":{\"instanceId\":\"calc-" + number + "\",\"app\":\"CALC\",\"hostName\":\"127.0.0.1\","
                    + "\"ipAddr\":\"127.0.0.1\",\"vipAddress\":\"calc\",\"status\":\"UP\",\"port\":{\"$\":" + port
                    + ",\"@enabled\":\"true\"},\"leaseInfo\":{\"durationInSecs\":900},\"dataCenterInfo\":{\"@class\":"
                    + "\"com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo\",\"name\":\"MyOwn\"}}}";
        }
    }
}
