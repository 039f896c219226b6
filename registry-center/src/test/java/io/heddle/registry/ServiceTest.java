package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Sources;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The registry as it is started: by its settings, with all that a service has.
final class ServiceTest {
    @TempDir
    private Path folder;

    private RunningService start() {
        Sources sources = Sources.of(Map.of("server.port", "0", "service.data", folder.toString()));
        return RegistryCenter.start(Service.of("registry-center", Map.of("center", CenterSettings.class), sources));
    }

    @Test
    void servesItsContractItsDocumentAndItsHealth() {
        try (RunningService registry = start();
                Http http = new Http(registry.port())) {
            assertEquals(200, http.register("calc", 1).status());
            assertEquals(200, http.get("/observe/ready").status());
            assertEquals(200, http.get("/").status());
            assertTrue(http.get("/openapi").json().path("paths").has("/register"));
        }
    }

    @Test
    void keepsWhatItKnowsInTheDataFolderOfTheService() {
        long token;
        try (RunningService registry = start();
                Http http = new Http(registry.port())) {
            token = http.register("calc", 1).token();
            Sse.open(registry.port(), "/events?services=calc&lease=" + token);
        }

        try (RunningService registry = start();
                Http http = new Http(registry.port())) {
            assertEquals(
                    "UP",
                    http.get("/service/calc").data().path(0).path("status").asString());
            assertEquals(200, http.send("PUT", "/leases/" + token, null).status());
        }
    }
}
