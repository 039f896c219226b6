package io.heddle.configcenter;

import io.heddle.kit.boot.RunningService;
import io.heddle.kit.config.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A centre on a free port, with its data in a folder.
final class TestCenter implements AutoCloseable {
    private final RunningService running;
    private final Path folder;
    private final Http http;

    private TestCenter(RunningService running, Path folder) {
        this.running = running;
        this.folder = folder;
        this.http = new Http(running.port());
    }

    static TestCenter in(Path folder) {
        return in(folder, Map.of());
    }

    static TestCenter in(Path folder, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("server.port", "0");
        all.put("service.data", folder.toString());
        return new TestCenter(ConfigCenter.start(Sources.of(all)), folder);
    }

    Http http() {
        return http;
    }

    /// One who may give out tokens and keys.
    Http admin() {
        try {
            return as(Files.readString(folder.resolve("tokens/admin.token")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A new read token of a service, of the same name.
    String token(String service) {
        try (Http admin = admin()) {
            return admin.post("/tokens", "{\"name\":\"" + service + "\",\"service\":\"" + service + "\"}")
                    .data()
                    .path("token")
                    .asString();
        }
    }

    Http as(String token) {
        return new Http(running.port(), token);
    }

    int port() {
        return running.port();
    }

    String url() {
        return running.url();
    }

    @Override
    public void close() {
        http.close();
        running.close();
    }
}
