package io.heddle.bench.facade;

import io.heddle.bench.load.Subject;
import io.heddle.bench.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An etcd of our own on free ports of 127.0.0.1, asked over its JSON gateway.
record Etcd(Child child, String url) implements AutoCloseable {
    /// Starts one; empty when it is not installed.
    static Optional<Etcd> start() {
        if (!Child.installed("etcd")) {
            return Optional.empty();
        }
        int port = Child.freePort();
        String url = "http://127.0.0.1:" + port;
        String peers = "http://127.0.0.1:" + Child.freePort();
        try {
            Path folder = Files.createTempDirectory("bench-etcd");
            List<String> command = List.of(
                    "etcd",
                    "--data-dir",
                    folder.resolve("data").toString(),
                    "--listen-client-urls",
                    url,
                    "--advertise-client-urls",
                    url,
                    "--listen-peer-urls",
                    peers,
                    "--initial-advertise-peer-urls",
                    peers,
                    "--initial-cluster",
                    "default=" + peers);
            Child child = Child.start(folder.resolve("log"), Map.of(), command);
            return Optional.of(new Etcd(child.awaitPort(port), url));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A write and a read of what an instance says of itself.
    List<Subject> subjects(String registration) {
        String key = base64("/services/calc/1");
        return List.of(
                Subject.send("etcd POST /v3/kv/put", child, "POST", url + "/v3/kv/put")
                        .body("{\"key\":\"" + key + "\",\"value\":\"" + base64(registration) + "\"}"),
                Subject.send("etcd POST /v3/kv/range", child, "POST", url + "/v3/kv/range")
                        .body("{\"key\":\"" + key + "\"}"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        child.close();
    }
}
