package io.heddle.bench.proxy;

import io.heddle.bench.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Starts other people's servers with access logs off, on all cores.
public final class Others {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /// A server that listens.
    ///
    /// @param child its process
    /// @param url where
    public record Running(Child child, String url) implements AutoCloseable {
        @Override
        public void close() {
            child.close();
        }
    }

    private Others() {}

    /// nginx in front of a server; empty when it is not installed.
    public static Optional<Running> nginx(URI upstream) {
        if (!Child.installed("nginx")) {
            return Optional.empty();
        }
        int port = Child.freePort();
        Path folder = folder();
        Path file = write(folder.resolve("nginx.conf"), nginxConfiguration(folder, port, upstream));
        List<String> command = List.of("nginx", "-p", folder.toString(), "-e", "stderr", "-c", file.toString());
        return Optional.of(start(folder, port, command));
    }

    private static String nginxConfiguration(Path folder, int port, URI upstream) {
        return """
                worker_processes %d; daemon off; pid %s/pid; error_log stderr;
                events { worker_connections 4096; }
                http {
                  access_log off;
                  upstream target { server %s; keepalive 128; keepalive_requests 100000000; }
                  server {
                    listen 127.0.0.1:%d backlog=4096; keepalive_requests 100000000;
                    location / {
                      proxy_pass http://target/; proxy_http_version 1.1; proxy_set_header Connection "";
                      proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header X-Forwarded-Host $host;
                      proxy_set_header X-Forwarded-Proto http;
                    }
                  }
                }
                """.formatted(CORES, folder, upstream.getAuthority(), port);
    }

    /// HAProxy in front of a server; empty when it is not installed.
    public static Optional<Running> haproxy(URI upstream) {
        if (!Child.installed("haproxy")) {
            return Optional.empty();
        }
        int port = Child.freePort();
        Path folder = folder();
        Path file = write(folder.resolve("haproxy.cfg"), haproxyConfiguration(port, upstream));
        return Optional.of(start(folder, port, List.of("haproxy", "-db", "-f", file.toString())));
    }

    private static String haproxyConfiguration(int port, URI upstream) {
        return """
                global
                  nbthread %d
                  maxconn 4096
                defaults
                  mode http
                  timeout connect 5s
                  timeout client 60s
                  timeout server 60s
                  http-reuse always
                frontend in
                  bind 127.0.0.1:%d
                  option forwardfor
                  default_backend target
                backend target
                  server only %s
                """.formatted(CORES, port, upstream.getAuthority());
    }

    /// A peer in Java that bench.sh has built; empty when it could not.
    ///
    /// @param flags for the JVM
    public static Optional<Running> jar(Path jar, Map<String, String> environment, String... flags) {
        if (!Files.exists(jar)) {
            return Optional.empty();
        }
        int port = Child.freePort();
        Path folder = folder();
        List<String> command = new ArrayList<>(List.of(Child.java()));
        command.addAll(Arrays.asList(flags));
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port, "--server.address=127.0.0.1"));
        Child child = Child.start(folder.resolve("log"), environment, command);
        return Optional.of(new Running(child.awaitPort(port), "http://127.0.0.1:" + port));
    }

    private static Running start(Path folder, int port, List<String> command) {
        Child child = Child.start(folder.resolve("log"), Map.of(), command);
        return new Running(child.awaitPort(port), "http://127.0.0.1:" + port);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
