package io.heddle.bench.lease;

import io.heddle.kit.json.Json;
import io.heddle.kit.registry.Registration;
import io.heddle.registry.admission.AdmissionSettings;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.catalog.CatalogSettings;
import io.heddle.registry.lease.LeaseSettings;
import io.heddle.registry.lease.Leases;
import io.heddle.registry.probe.ProbeSettings;
import io.heddle.registry.probe.Prober;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A registry without its server, with many instances in a thousand services.
record Population(Catalog catalog, Leases leases, long[] tokens) {
    private static final int SERVICES = 1000;

    static Population of(int instances) {
        Catalog catalog = new Catalog(CatalogSettings.standard(), Json.strict(), 1);
        Leases leases = new Leases(
                LeaseSettings.standard(),
                AdmissionSettings.standard(),
                catalog,
                new Leases.Surroundings(
                        Leases.steadyTime(),
                        new SplittableRandom(7),
                        42,
                        Prober.tcp(ProbeSettings.standard(), _ -> true)));
        long[] tokens = new long[instances];
        for (int i = 0; i < instances; i++) {
            tokens[i] = leases.register(instance(i));
        }
        return new Population(catalog, leases, tokens);
    }

    /// An instance as it comes off the wire: no text is the same object as another.
    private static Registration instance(int number) {
        String address = "http://10." + number / 65_536 + '.' + number / 256 % 256 + '.' + number % 256 + ":8080";
        return Registration.of(service(number % SERVICES), address)
                .zone("eu-west-" + number % 3)
                .metadata(Map.of("commit", "0123456789abcde" + number % 7, "rack", "r" + number % 20))
                .methods(List.of("CalcApi.add" + number % 2, "CalcApi.divide" + number % 2))
                .ttl(Duration.ofMinutes(10));
    }

    static String service(int number) {
        return "service-" + number;
    }
}
