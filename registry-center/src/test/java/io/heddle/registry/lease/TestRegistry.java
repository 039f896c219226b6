package io.heddle.registry.lease;

import io.heddle.kit.json.Json;
import io.heddle.kit.registry.Changes;
import io.heddle.kit.registry.Instance;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import io.heddle.registry.admission.AdmissionSettings;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.catalog.CatalogSettings;
import io.heddle.registry.probe.Probe;
import io.heddle.registry.probe.ProbeSettings;
import io.heddle.registry.probe.Prober;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;

/// Leases over a catalog, under a clock that the test turns and a probe that it decides.
final class TestRegistry {
    static final long FIRST_REVISION = 1000;
    private static final long KEY = 42;

    private long millis = Instant.parse("2026-01-31T09:30:00Z").toEpochMilli();
    Probe.Sight sight = Probe.Sight.SILENT;
    Executor probing = Runnable::run;
    final Catalog catalog = new Catalog(new CatalogSettings(64, Duration.ZERO), Json.strict(), FIRST_REVISION);
    final Leases leases;

    TestRegistry() {
        this(AdmissionSettings.standard(), new Random(7));
    }

    TestRegistry(AdmissionSettings limits, Random random) {
        Prober prober = new Prober(ProbeSettings.standard(), (host, port) -> sight, work -> probing.execute(work));
        this.leases = new Leases(
                LeaseSettings.standard(),
                limits,
                catalog,
                new Leases.Surroundings(() -> Instant.ofEpochMilli(millis), random, KEY, prober));
    }

    /// Lets time pass as it does: a tick each 100 ms.
    void turn(Duration time) {
        long end = millis + time.toMillis();
        while (millis < end) {
            millis = Math.min(end, millis + 100);
            leases.tick();
        }
    }

    /// Lets time pass without a tick, as when the registry hangs.
    void hang(Duration time) {
        millis += time.toMillis();
        leases.tick();
    }

    long up(String name, int port) {
        return leases.register(Registration.of(name, url(port)));
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    List<Instance> of(String name) {
        return catalog.changes(Set.of(name), 0).services().getOrDefault(name, List.of());
    }

    InstanceStatus status(String name, int port) {
        return of(name).stream()
                .filter(instance -> instance.service().equals(url(port)))
                .findFirst()
                .orElseThrow()
                .status();
    }

    Changes since(long revision, String... names) {
        return catalog.changes(Set.of(names), revision);
    }

    void beat(Iterable<Long> tokens) {
        tokens.forEach(leases::renew);
    }
}
