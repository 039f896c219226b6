package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.watch.WatchSettings;
import io.heddle.registry.access.AccessSettings;
import io.heddle.registry.admission.AdmissionSettings;
import io.heddle.registry.catalog.CatalogSettings;
import io.heddle.registry.check.CheckSettings;
import io.heddle.registry.consul.ConsulSettings;
import io.heddle.registry.lease.LeaseSettings;
import io.heddle.registry.probe.ProbeSettings;
import io.heddle.registry.snapshot.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestartTest {
    @TempDir
    private Path folder;

    private <T> T during(Function<Http, T> work) {
        CenterSettings settings = new CenterSettings(
                AdmissionSettings.standard(),
                CatalogSettings.standard(),
                LeaseSettings.standard(),
                ProbeSettings.standard(),
                CheckSettings.standard(),
                ConsulSettings.standard(),
                WatchSettings.standard(),
                StoreSettings.in(folder),
                AccessSettings.standard());
        try (RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), settings);
                Http http = new Http(registry.port())) {
            return work.apply(http);
        }
    }

    private static long revision(Http http) {
        return http.get("/watch?services=calc").data().path("revision").asLong();
    }

    @Test
    void keepsInstancesTokensAndTheOrderOfRevisions() {
        record Before(List<Long> tokens, long revision) {}
        Before before = during(http -> new Before(
                IntStream.rangeClosed(1, 5)
                        .mapToObj(port -> http.register("calc", port).token())
                        .toList(),
                revision(http)));

        during(http -> {
            assertEquals(5, http.get("/service/calc").data().size());
            assertTrue(revision(http) > before.revision());
            before.tokens()
                    .forEach(token -> assertEquals(
                            200, http.send("PUT", "/leases/" + token, null).status()));
            assertEquals(before.tokens().getFirst(), http.register("calc", 1).token());
            assertEquals(5, http.get("/service/calc").data().size());
            return http;
        });
    }

    @Test
    void writesSoonAfterAChangeAndNotOnlyWhenItStops() {
        during(http -> {
            http.register("calc", 1);
            Await.until(() -> read().contains("http://127.0.0.1:1"));
            return http;
        });
    }

    @Test
    void putsADamagedFileAsideAndStartsEmpty() throws IOException {
        during(http -> http.register("calc", 1));
        Path file = folder.resolve("registry.snapshot");
        Files.writeString(file, read().replace("127.0.0.1:1", "127.0.0.1:2"));

        int status = during(http -> http.get("/service/calc").status());
        assertEquals(404, status);
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.anyMatch(path -> path.getFileName().toString().startsWith("registry.snapshot.bad-")));
        }
    }

    @Test
    void putsAnEmptyFileAside() throws IOException {
        Files.writeString(folder.resolve("registry.snapshot"), "");

        int status = during(http -> http.get("/service/calc").status());
        assertEquals(404, status);
    }

    private String read() {
        try {
            Path file = folder.resolve("registry.snapshot");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
