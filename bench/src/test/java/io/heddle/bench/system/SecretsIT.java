package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.testkit.server.MariaDb;
import io.heddle.testkit.server.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The launcher with the blog on MariaDB, whose password the config centre keeps.
@Timeout(240)
final class SecretsIT {
    private static final String PASSWORD = "correct-horse-battery";

    @TempDir
    Path folder;

    @AfterEach
    void leaveNothingRunning() {
        heddle("down");
    }

    @Test
    void theBlogRunsOnMariaDbAndNoFileHoldsAPassword() throws IOException {
        try (MariaDb maria = MariaDb.start()) {
            Schema schema = maria.schema();
            String url = schema.url() + "?user=" + schema.user() + "&password=" + schema.password();
            Shell.Result up = heddle("up", "-d", "--ports", "free", "--mysql", url, "blogger", "article", "controller");
            assertThat(up.code()).as(up.err() + up.out()).isZero();
            Map<String, String> urls = urls();
            assertThat(urls.keySet())
                    .containsExactlyInAnyOrder("registry-center", "config-center", "blogger", "article", "controller");

            String name = "{\"name\":\"Ada\",\"password\":\"" + PASSWORD + "\"}";
            assertThat(Web.post(urls.get("blogger") + "/bloggers", name)
                            .path("id")
                            .asInt())
                    .isEqualTo(1);
            assertThat(Web.post(urls.get("blogger") + "/logins", name)
                            .path("name")
                            .asString())
                    .isEqualTo("Ada");
            Web.post(urls.get("article") + "/types", "{\"title\":\"Science\"}");
            Web.post(
                    urls.get("article") + "/articles",
                    "{\"author_id\":1,\"type_id\":1,\"title\":\"Notes\",\"content\":\"On the engine\"}");
            assertThat(Web.data(urls.get("controller") + "/pages/1")
                            .at("/author/name")
                            .asString())
                    .isEqualTo("Ada");
            assertThat(maria.sql("SELECT title FROM " + schema.user() + ".article"))
                    .isEqualTo("Notes");

            assertMasked(urls.get("config-center"), schema);
            assertThat(heddle("down").code()).isZero();
            assertThat(holding(schema.password())).isEmpty();
            assertThat(holding(PASSWORD)).isEmpty();
            assertThat(holding(schema.url())).isNotEmpty();
        }
    }

    private static void assertMasked(String center, Schema schema) {
        for (String page : List.of("/config-center/database/blogger", "/entries", "/audit", "/export")) {
            assertThat(Web.get(center + page).body()).as(page).doesNotContain(schema.password());
        }
        assertThat(Web.get(center + "/config-center/database/blogger").body()).contains(schema.url());
    }

    /// The files that hold a text.
    private List<Path> holding(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (content.contains(new String(bytes, StandardCharsets.ISO_8859_1))) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private Map<String, String> urls() {
        Map<String, String> urls = new HashMap<>();
        for (JsonNode each : Web.JSON.readTree(heddle("status", "--json").out())) {
            urls.put(each.path("service").asString(), each.path("url").asString());
        }
        return urls;
    }

    private Shell.Result heddle(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Fleet.ROOT.resolve("heddle").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.toString()));
        return Shell.in(folder, command.toArray(String[]::new))
                .with("HEDDLE_NO_BUILD", "1")
                .run();
    }
}
