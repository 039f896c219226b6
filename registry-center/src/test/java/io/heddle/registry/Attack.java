package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Sources;
import io.heddle.testkit.hostile.Findings;
import io.heddle.testkit.hostile.Hostile;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// A hostile client against a whole registry: it must answer in order, keep no connection and not grow.
///
/// @param connections how many are opened one after the other, broken in any way
/// @param requests how many are asked over connections that are kept, several at a time
record Attack(Hostile hostile, int connections, int requests, long seed) {
    private static final long GROWTH = 48L << 20;

    /// @param folder where the registry keeps its data
    /// @param after what must be true of it after the attack
    void on(Path folder, Consumer<Http> after) {
        Sources sources =
                Sources.of(Map.of("server.port", "0", "service.data", folder.toString(), "server.access_log", "false"));
        try (RunningService registry = RegistryCenter.start(
                        Service.of("registry-center", Map.of("center", CenterSettings.class), sources));
                Http http = new Http(registry.port())) {
            hostile.attack(registry.port(), connections, seed);
            hostile.swarm(registry.port(), requests / 4, seed + 1);
            long before = used();

            Findings findings = hostile.swarm(registry.port(), requests, seed + 2);

            System.out.println(findings.answers() + " requests over " + findings.connections() + " connections, "
                    + (before >> 20) + " MB before, " + (used() >> 20) + " MB after: " + findings.statuses());
            assertEquals("", String.join("\n", findings.faults()));
            assertEquals(200, http.register("calc", 1).status());
            Await.until(() -> http.get("/observe/metrics").body().contains("http_server_connections 1.0"));
            after.accept(http);
            assertTrue(used() - before < GROWTH, () -> "grew by " + (used() - before));
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
