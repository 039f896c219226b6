package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.testkit.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The config centre as a process that is killed, and a service that follows it. `-Dheddle.prove=long` kills it 50
/// times.
@Timeout(400)
final class ConfigCenterIT {
    private static final int KILLS = "long".equals(System.getProperty("heddle.prove")) ? 50 : 6;
    private static final int PUBLISHES = 50;
    private static final String SECRET = "hunter2-is-not-a-password";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    private ServiceProcess center(int port) {
        return ServiceProcess.start(
                Fleet.jar("config-center"), folder.resolve("center"), Map.of("server.port", Integer.toString(port)));
    }

    private static HttpResponse<String> send(ServiceProcess center, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(center.url() + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static JsonNode publish(ServiceProcess center, String entry, String value)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(center, "POST", "/entries/" + entry + "/publish", "{\"value\":" + value + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Web.JSON.readTree(answer.body()).path("data");
    }

    /// Publishes one number after the other until it is killed.
    private record Publisher(ServiceProcess center, List<Long> acknowledged) implements Runnable {
        @Override
        public void run() {
            try {
                while (true) {
                    long next = acknowledged.size() + 1L + System.nanoTime();
                    publish(center, "shelf/blogger", "{\"page\":" + next + "}");
                    acknowledged.add(next);
                }
            } catch (IOException e) {
                return; // It was killed: what was not answered may be there or not.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void everyAcknowledgedPublishIsThereInOrderHoweverOftenItIsKilled() throws Exception {
        List<Long> acknowledged = Collections.synchronizedList(new ArrayList<>());
        ServiceProcess center = center(0);
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                int enough = Math.max(acknowledged.size() + 1, PUBLISHES * kill / KILLS);
                Thread publisher = Thread.ofVirtual().start(new Publisher(center, acknowledged));
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= enough);
                center.kill();
                publisher.join();
                center = center(center.port());
                assertThat(published(center)).containsSubsequence(acknowledged);
                assertThat(published(center).size() - acknowledged.size())
                        .as("at most what was under way when it was killed")
                        .isBetween(0, kill);
            }
        } finally {
            center.close();
        }
        System.out.printf("killed %d times: all of %d acknowledged publishes were there%n", KILLS, acknowledged.size());
    }

    /// All that was published, the oldest first.
    private static List<Long> published(ServiceProcess center) {
        List<Long> all = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode some = Web.data(center.url() + "/entries/shelf/blogger/releases?limit=200&page=" + page);
            if (some.isEmpty()) {
                return all.reversed();
            }
            some.forEach(release -> all.add(release.path("value").path("page").asLong()));
        }
    }

    @Test
    void aServiceFollowsStartsWithoutTheCentreAndSaysSo() throws Exception {
        ServiceProcess center = center(0);
        String token = token(center, "calc");
        publish(center, "log/calc", "{\"level\":\"info\"}");
        publish(center, "vault/calc", "{\"password\":\"" + SECRET + "\"}");
        Path file = Files.writeString(folder.resolve("calc.token"), token + "\n");
        Map<String, String> settings = Map.of(
                "registry.urls", "",
                "server.access_log", "true",
                "config_center.urls", center.url().toString(),
                "config_center.token_file", file.toString(),
                "config_center.required", "vault");
        try (ServiceProcess calc = ServiceProcess.start(Fleet.jar("calc"), folder.resolve("calc"), settings)) {
            logsAsItIsTold(center, calc);
        }
        center.kill();
        try (ServiceProcess calc = ServiceProcess.start(Fleet.jar("calc"), folder.resolve("calc"), settings)) {
            assertThat(Web.get(calc.url() + "/add/1/2").body()).isEqualTo("{\"code\":0,\"data\":3}");
            assertThat(calc.log()).contains("the config centre is away: starting from the snapshot on disk");
            assertThat(Web.get(calc.url() + "/observe/health").body()).contains("\"origin\":\"SNAPSHOT\"");
            assertThat(calc.log()).doesNotContain(SECRET).doesNotContain(token);
        }
        assertThat(center.log()).doesNotContain(SECRET).doesNotContain(token);
        assertThat(snapshot()).doesNotContain(SECRET).doesNotContain(token);
    }

    /// A read token of a service, given out by the holder of the file of the centre.
    private static String token(ServiceProcess center, String service) throws Exception {
        String admin =
                Files.readString(center.folder().resolve("tokens/admin.token")).strip();
        String wanted = "{\"name\":\"" + service + "\",\"service\":\"" + service + "\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(center.url() + "/tokens"))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(wanted))
                .build();
        return Web.JSON
                .readTree(CLIENT.send(request, BodyHandlers.ofString()).body())
                .path("data")
                .path("token")
                .asString();
    }

    private String snapshot() throws IOException {
        Path snapshot = folder.resolve("calc/configs.sealed");
        return new String(Files.readAllBytes(snapshot), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /// A level that is published is that of a running service, without a restart.
    private static void logsAsItIsTold(ServiceProcess center, ServiceProcess calc) throws Exception {
        Awaitility.await().until(() -> logs(calc, "/add/1/1"));
        publish(center, "log/calc", "{\"level\":\"error\"}");
        Awaitility.await().until(() -> health(calc).path("revision").asLong() >= revision(center));
        Web.get(calc.url() + "/add/2/2");
        publish(center, "log/calc", "{\"level\":\"info\"}");
        Awaitility.await().until(() -> logs(calc, "/add/3/3"));
        assertThat(calc.log()).contains("/add/1/1").doesNotContain("/add/2/2");
    }

    private static boolean logs(ServiceProcess calc, String path) {
        Web.get(calc.url() + path);
        return calc.log().contains(path);
    }

    private static JsonNode health(ServiceProcess service) {
        return Web.JSON
                .readTree(Web.get(service.url() + "/observe/health").body())
                .path("config");
    }

    private static long revision(ServiceProcess center) {
        return Web.data(center.url() + "/watch?entries=*/calc").path("revision").asLong();
    }
}
