package io.heddle.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.metrics.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a real Zipkin, whose jar the build puts into `target/zipkin`.
final class ZipkinTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Process zipkin;
    private static String url;

    @BeforeAll
    static void start() throws IOException {
        Path jar = Path.of(System.getProperty("zipkin.jar", "target/zipkin/zipkin.jar"));
        boolean there = Files.exists(jar);
        assertThat(there || System.getenv("CI") == null).as("Zipkin at " + jar).isTrue();
        Assumptions.assumeTrue(there, () -> "skipped: there is no Zipkin at " + jar.toAbsolutePath());
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        url = "http://127.0.0.1:" + port;
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                jar.toString(),
                "--armeria.ports[0].ip=127.0.0.1",
                "--armeria.ports[0].port=" + port,
                "--armeria.ports[0].protocols[0]=http");
        builder.environment().put("QUERY_PORT", Integer.toString(port));
        builder.environment().put("STORAGE_TYPE", "mem");
        zipkin = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("zipkin.log").toFile())
                .start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> get("/health").statusCode() == 200 && collects());
    }

    /// A collector that has just started may take longer over its first spans than an exporter waits.
    private static boolean collects() throws IOException, InterruptedException {
        HttpRequest nothing = HttpRequest.newBuilder(URI.create(url + "/api/v2/spans"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[]"))
                .build();
        return CLIENT.send(nothing, HttpResponse.BodyHandlers.ofString()).statusCode() == 202;
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (zipkin != null) {
            zipkin.destroy();
            if (!zipkin.waitFor(10, TimeUnit.SECONDS)) {
                zipkin.destroyForcibly();
            }
        }
    }

    @Test
    void findsOneTraceOfNestedSpans() throws Exception {
        Duration patient = Duration.ofSeconds(30);
        TraceSettings settings =
                new TraceSettings(url + "/api/v2/spans", 1, 100, 100, Duration.ofMillis(100), patient, Map.of());
        String trace;
        try (Metrics metrics = Metrics.create();
                Traces traces = Traces.open(settings, "sample", metrics);
                TraceSpan root = traces.server("Gateway.add", name -> null)) {
            trace = root.ids().trace();
            root.call(() -> {
                traces.client("CalcApi.add").close();
                return root;
            });
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("/api/v2/trace/" + trace).statusCode() == 200);
        String spans = get("/api/v2/trace/" + trace).body();
        assertThat(spans).contains("\"gateway.add\"", "\"calcapi.add\"", "\"CLIENT\"", "\"SERVER\"", "\"parentId\"");
        assertThat(List.of(spans.split("\"traceId\":\"" + trace))).hasSize(3);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
