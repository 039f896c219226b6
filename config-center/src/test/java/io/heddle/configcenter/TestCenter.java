package io.heddle.configcenter;

import io.heddle.kit.boot.RunningService;
import io.heddle.kit.config.Sources;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A centre on a free port, with its data in a folder.
final class TestCenter implements AutoCloseable {
    private final RunningService running;
    private final Http http;

    private TestCenter(RunningService running) {
        this.running = running;
        this.http = new Http(running.port());
    }

    static TestCenter in(Path folder) {
        return in(folder, Map.of());
    }

    static TestCenter in(Path folder, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("server.port", "0");
        all.put("service.data", folder.toString());
        return new TestCenter(ConfigCenter.start(Sources.of(all)));
    }

    Http http() {
        return http;
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
