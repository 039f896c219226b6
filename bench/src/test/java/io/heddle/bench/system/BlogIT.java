package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.task.Deadline;
import io.heddle.kit.task.Fanout;
import io.heddle.testkit.load.Load;
import io.heddle.testkit.process.ServiceProcess;
import io.heddle.testkit.server.MariaDb;
import io.heddle.testkit.server.Schema;
import io.heddle.testkit.server.TestServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The three services of the blog as processes.
@Timeout(240)
final class BlogIT {
    @TempDir
    Path folder;

    @Test
    void aPageIsOneTraceWithItsLookupsSideBySide() {
        try (TestServer zipkin = TestServer.zipkin();
                Fleet fleet = Fleet.open(folder, 0, tracing(zipkin))) {
            ServiceProcess controller = blog(fleet);
            Web.data(controller.url() + "/pages/1");

            List<JsonNode> spans = trace(zipkin, "pageapi.detail");

            JsonNode root = only(spans, "controller", "SERVER", "pageapi.detail");
            JsonNode fanout = only(spans, "controller", "", "fanout");
            JsonNode authors = only(spans, "controller", "CLIENT", "bloggerapi.list");
            JsonNode types = only(spans, "controller", "CLIENT", "articleapi.types");
            assertThat(root.has("parentId")).isFalse();
            assertThat(parent(fanout)).isEqualTo(id(root));
            assertThat(parent(authors)).isEqualTo(id(fanout));
            assertThat(parent(types)).isEqualTo(id(fanout));
            assertThat(begin(authors)).isLessThan(end(types));
            assertThat(begin(types)).isLessThan(end(authors));
            assertThat(Web.get(url(zipkin) + "/api/v2/traces?serviceName=blogger&limit=100")
                            .body())
                    .contains("bloggerapi.register")
                    .doesNotContain("correct horse");
            for (String[] call : new String[][] {{"blogger", "bloggerapi.list"}, {"article", "articleapi.types"}}) {
                JsonNode server = only(spans, call[0], "SERVER", call[1]);
                List<JsonNode> statements = statements(spans, call[0], id(server));
                assertThat(statements).as("statements below " + server).isNotEmpty();
            }
        }
    }

    @Test
    void aZipkinThatStopsIsNotNoticedByReaders() {
        try (TestServer zipkin = TestServer.zipkin();
                Fleet fleet = Fleet.open(folder, 0, tracing(zipkin))) {
            URI page = URI.create(blog(fleet).url() + "/pages/1");
            List<String> figures = new ArrayList<>();
            List<String> failures = new ArrayList<>();
            for (String state : List.of("warming up", "up", "hung", "away")) {
                switch (state) {
                    case "hung" -> zipkin.pause();
                    case "away" -> zipkin.kill();
                    default -> assertThat(zipkin.alive()).isTrue();
                }
                try (Load load = Load.start(page, 8, Duration.ofSeconds(60))) {
                    Fleet.awaitAnswers(List.of(load), 2000);
                    load.stop();
                    figures.add(
                            "Zipkin " + state + ": p99 " + load.percentile(0.99).toMillis() + " ms");
                    failures.addAll(load.failures());
                }
            }
            System.out.println(figures);
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void twoReplicasThatStartTogetherMigrateAnEmptyMariaDbOnce() {
        try (MariaDb maria = MariaDb.start();
                Fleet fleet = Fleet.open(folder, 0, Map.of())) {
            Schema schema = maria.schema();
            Callable<ServiceProcess> blogger = () -> fleet.blog("blogger", on(schema));
            Callable<ServiceProcess> article = () -> fleet.blog("article", on(schema));
            List<ServiceProcess> all =
                    Fanout.all(Deadline.in(Duration.ofSeconds(90)), List.of(blogger, blogger, article, article));

            String name = schema.user();
            assertThat(maria.sql("SELECT version, installed_by, success FROM " + name + ".schema_history_blogger"
                            + " WHERE version > 0"))
                    .isEqualTo("1\theddle\t1");
            assertThat(maria.sql("SELECT version FROM " + name + ".schema_history_article WHERE version > 0"))
                    .isEqualTo("1\n2\n3");
            Web.post(all.getFirst().url() + "/bloggers", "{\"name\":\"Ada\",\"password\":\"correct horse\"}");
            assertThat(Web.data(all.get(1).url() + "/bloggers/1").path("name").asString())
                    .isEqualTo("Ada");
        }
    }

    private static Map<String, String> tracing(TestServer zipkin) {
        return Map.of(
                "trace.url",
                url(zipkin) + "/api/v2/spans",
                "trace.per_second",
                "100000",
                "trace.timeout",
                "5s",
                "trace.flush",
                "100ms");
    }

    private static String url(TestServer server) {
        return "http://127.0.0.1:" + server.port();
    }

    private static Map<String, String> on(Schema schema) {
        return Map.of(
                "database.url", schema.url(), "database.user", schema.user(), "database.password", schema.password());
    }

    /// The services on databases in memory, with one article; gives the controller.
    private static ServiceProcess blog(Fleet fleet) {
        ServiceProcess blogger = fleet.blog("blogger", Map.of("database.url", "jdbc:h2:mem:blogger"));
        ServiceProcess article = fleet.blog("article", Map.of("database.url", "jdbc:h2:mem:article"));
        Web.post(blogger.url() + "/bloggers", "{\"name\":\"Ada\",\"password\":\"correct horse\"}");
        Web.post(article.url() + "/types", "{\"title\":\"Science\"}");
        Web.post(
                article.url() + "/articles",
                "{\"author_id\":1,\"type_id\":1,\"title\":\"Notes\",\"content\":\"On the engine\"}");
        ServiceProcess controller = fleet.blog("controller", Map.of());
        Awaitility.await()
                .until(() ->
                        Web.data(controller.url() + "/pages/1").path("missing").isEmpty());
        return controller;
    }

    /// A whole trace that begins with that name: ten spans and all statements.
    private static List<JsonNode> trace(TestServer zipkin, String name) {
        String query = url(zipkin) + "/api/v2/traces?serviceName=controller&spanName=" + name;
        List<JsonNode> spans = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            for (JsonNode trace : Web.JSON.readTree(Web.get(query).body())) {
                List<JsonNode> all = new ArrayList<>();
                trace.forEach(all::add);
                if (all.stream()
                                .filter(span -> span.at("/tags/db.sql").isString())
                                .count()
                        >= 4) {
                    spans.addAll(all);
                    return true;
                }
            }
            return false;
        });
        return spans;
    }

    private static JsonNode only(List<JsonNode> spans, String service, String kind, String name) {
        List<JsonNode> found = spans.stream()
                .filter(span -> span.at("/localEndpoint/serviceName").asString().equals(service)
                        && span.path("kind").asString("").equals(kind)
                        && span.path("name").asString().equals(name))
                .toList();
        assertThat(found).as("%s %s %s among %s", service, kind, name, spans).hasSize(1);
        return found.getFirst();
    }

    private static List<JsonNode> statements(List<JsonNode> spans, String service, String parent) {
        return spans.stream()
                .filter(span -> span.at("/tags/db.sql").isString()
                        && span.at("/localEndpoint/serviceName").asString().equals(service)
                        && parent(span).equals(parent))
                .toList();
    }

    private static String id(JsonNode span) {
        return span.path("id").asString();
    }

    private static String parent(JsonNode span) {
        return span.path("parentId").asString("");
    }

    private static long begin(JsonNode span) {
        return span.path("timestamp").asLong();
    }

    private static long end(JsonNode span) {
        return begin(span) + span.path("duration").asLong();
    }
}
