package io.heddle.bench.system;

import io.heddle.testkit.load.Load;
import io.heddle.testkit.process.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/// A registry, and services that know it, as processes of their own on free ports.
final class Fleet implements AutoCloseable {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Duration LOAD_LIMIT = Duration.ofMinutes(3);

    private final Path folder;
    private final Map<String, String> settings;
    private final Deque<ServiceProcess> all = new ConcurrentLinkedDeque<>();
    private final AtomicInteger places = new AtomicInteger();
    private ServiceProcess registry;

    private Fleet(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
        this.registry = ServiceProcess.start(jar("registry-center"), folder.resolve("registry"), Map.of());
    }

    /// A registry, so many calculators and a gateway.
    ///
    /// @param settings of every service but the registry
    static Fleet open(Path folder, int calculators, Map<String, String> settings) {
        Fleet fleet = new Fleet(folder, settings);
        for (int i = 0; i < calculators; i++) {
            fleet.calc();
        }
        return fleet;
    }

    static Path jar(String service) {
        return ROOT.resolve(service, "target", service + ".jar");
    }

    ServiceProcess calc() {
        return start("calc");
    }

    /// Starts a gateway that knows all that is registered.
    ServiceProcess gateway() {
        ServiceProcess gateway = start("gateway");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> Web.status(gateway.url() + "/calc/add/1/2") == 200);
        return gateway;
    }

    /// Starts a service of the blog on a database, or without one.
    ServiceProcess blog(String service, Map<String, String> more) {
        Map<String, String> own = own();
        own.put("config_center.urls", "");
        own.put("config_center.required", "");
        own.putAll(more);
        return keep(ServiceProcess.start(jar("blog"), place(service), own, service));
    }

    private ServiceProcess start(String service) {
        return keep(ServiceProcess.start(jar(service), place(service), own()));
    }

    private Map<String, String> own() {
        Map<String, String> own = new HashMap<>(settings);
        own.put("registry.urls", registry.url().toString());
        return own;
    }

    private Path place(String service) {
        return folder.resolve(service + "-" + places.incrementAndGet());
    }

    private ServiceProcess keep(ServiceProcess process) {
        all.push(process);
        return process;
    }

    ServiceProcess registry() {
        return registry;
    }

    /// Starts the registry where it was, with what it kept.
    void restartRegistry() {
        registry = ServiceProcess.start(
                jar("registry-center"),
                folder.resolve("registry"),
                Map.of("server.port", Integer.toString(registry.port())));
    }

    /// The addresses of the calculators that the registry names, in the order of its answer.
    List<String> registered() {
        List<String> addresses = new ArrayList<>();
        for (JsonNode instance : Web.data(registry.url() + "/services").path("calc")) {
            addresses.add(instance.path("service").asString());
        }
        return addresses;
    }

    boolean names(ServiceProcess process) {
        return registered().contains(process.url().toString());
    }

    /// 64 connections through a gateway: half to the typed client, half to the relay.
    static List<Load> load(ServiceProcess gateway) {
        List<Load> loads = List.of(
                Load.start(URI.create(gateway.url() + "/add/1/2"), 32, LOAD_LIMIT),
                Load.start(URI.create(gateway.url() + "/calc/add/1/2"), 32, LOAD_LIMIT));
        awaitAnswers(loads, 500);
        return loads;
    }

    /// Waits for so many more answers of each.
    static void awaitAnswers(List<Load> loads, int more) {
        for (Load load : loads) {
            long enough = load.answers() + more;
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> load.answers() >= enough);
        }
    }

    /// How many additions a calculator has answered.
    static double requests(ServiceProcess calc) {
        return Web.get(calc.url() + "/observe/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count{") && line.contains("CalcApi.add"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    static List<String> failures(List<Load> loads) {
        return loads.stream().flatMap(load -> load.failures().stream()).toList();
    }

    /// How long it took until something came true.
    static Duration until(Duration limit, Callable<Boolean> condition) {
        long begin = System.nanoTime();
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(limit)
                .until(condition);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        all.forEach(ServiceProcess::close);
        registry.close();
    }
}
