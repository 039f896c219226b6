package io.heddle.bench.sale;

import io.heddle.bench.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The service `activity` as a process, on one engine.
///
/// @param name of the engine, in the table
/// @param child its process
/// @param backEnds processes that work for it
/// @param ready where it wrote its address
record Front(String name, Child child, List<Child> backEnds, Path ready) implements AutoCloseable {
    private static final String HEAP = "-Xmx2g";

    /// Starts it.
    ///
    /// @param engine settings of the engine, as variables of the environment
    static Front start(Path jar, String name, Path folder, Map<String, String> engine) {
        Path ready = folder.resolve("ready");
        Map<String, String> all = new HashMap<>(Map.of(
                "HEDDLE_SERVICE_READY_FILE", ready.toString(),
                "HEDDLE_SERVICE_DATA", folder.toString(),
                "HEDDLE_SERVER_PORT", "0",
                "HEDDLE_SERVER_ACCESS_LOG", "false",
                "HEDDLE_REGISTRY_URLS", "",
                "HEDDLE_CONFIG_CENTER_URLS", "",
                "HEDDLE_CONFIG_CENTER_REQUIRED", "",
                "HEDDLE_DATABASE_URL", "jdbc:h2:mem:activity"));
        all.putAll(engine);
        List<String> command = new ArrayList<>(List.of(Child.java(), "-XX:+UseSerialGC", HEAP));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
        command.addAll(List.of("-jar", jar.toString(), "activity"));
        Child child = Child.start(folder.resolve("log"), all, command);
        return new Front(name, child.await(() -> Files.exists(ready)), List.of(), ready);
    }

    /// The same with a process that works for it.
    Front with(Child backEnd) {
        return new Front(name, child, List.of(backEnd), ready);
    }

    List<Child> measured() {
        List<Child> all = new ArrayList<>(backEnds);
        all.add(child);
        return all;
    }

    String url() {
        try {
            return Files.readString(ready).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A meter of the service; 0 when it has none of that name.
    double meter(String meter) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(meter + ' ') || line.startsWith(meter + '{'))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    private String metrics() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/observe/metrics"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while meters are read", e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
