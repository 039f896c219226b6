package io.heddle.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import io.heddle.db.error.DatabaseException;
import io.heddle.db.watch.Watch;
import io.heddle.db.watch.WatchSettings;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.TraceSettings;
import io.heddle.kit.trace.TraceSpan;
import io.heddle.kit.trace.Traces;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Engine.class)
class WatchTest {
    private static final String SECRET = "s3cr3t-value";

    private final Engine engine;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Watch.class);
    private final List<JsonNode> spans = new CopyOnWriteArrayList<>();
    private HttpServer collector;

    WatchTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() throws IOException {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        collector.createContext("/api/v2/spans", exchange -> {
            boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            byte[] body = packed
                    ? new GZIPInputStream(exchange.getRequestBody()).readAllBytes()
                    : exchange.getRequestBody().readAllBytes();
            new JsonMapper().readTree(body).forEach(spans::add);
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setLevel(null);
        collector.stop(0);
    }

    private Traces traces(Metrics metrics) {
        String url = "http://127.0.0.1:" + collector.getAddress().getPort() + "/api/v2/spans";
        return Traces.open(TraceSettings.to(url), "shop", metrics);
    }

    private JsonNode span(String name) {
        Awaitility.await()
                .until(() -> spans.stream()
                        .anyMatch(span -> span.path("name").asString().equals(name)));
        return spans.stream()
                .filter(span -> span.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyStatementIsASpanUnderItsCaller() {
        DatabaseSettings settings = engine.shop();
        try (Metrics metrics = Metrics.create();
                Traces traces = traces(metrics);
                Database db = Database.open(settings, traces, metrics);
                TraceSpan parent = traces.server("GET /products", _ -> null)) {
            parent.call(() -> db.transaction(session ->
                    session.insert("insert into product (name, price, note) values (?, 1.5, 'literal')", SECRET)));
            assertThatThrownBy(() -> parent.call(
                            () -> db.read(session -> session.list(String.class, "select a from nowhere where b = 7"))))
                    .isInstanceOf(DatabaseException.class);
        }
        JsonNode parent = span("get /products");
        JsonNode insert = span("insert product");
        assertThat(insert.path("parentId").asString())
                .isEqualTo(parent.path("id").asString());
        assertThat(insert.path("kind").asString()).isEqualTo("CLIENT");
        assertThat(insert.path("localEndpoint").path("serviceName").asString()).isEqualTo("shop");
        JsonNode tags = insert.path("tags");
        assertThat(tags.path("component").asString()).isEqualTo("heddle-db");
        assertThat(tags.path("db.type").asString()).isEqualTo(engine == Engine.H2 ? "h2" : "mysql");
        assertThat(tags.path("db.sql").asString()).isEqualTo("insert into product (name, price, note) values (?..)");
        assertThat(tags.path("peer").asString()).isEqualTo(settings.address().peer());
        assertThat(tags.has("error")).isFalse();
        assertThat(span("commit").path("parentId").asString())
                .isEqualTo(parent.path("id").asString());
        JsonNode failed = span("select nowhere");
        assertThat(failed.path("tags").path("error").asString()).isEqualTo("database_statement");
        assertThat(spans.toString()).doesNotContain(SECRET);
    }

    @Test
    void everyStatementIsTimedAndEveryFailureCounted() {
        try (Shop shop = Shop.open(engine.shop())) {
            shop.add("tea", 1);
            assertThatThrownBy(() -> shop.add("tea", 1)).isInstanceOf(DatabaseException.class);
            assertThat(shop.metrics().scrape())
                    .contains("db_statements_seconds_count{statement=\"insert product\"} 2")
                    .contains("db_statements_seconds_count{statement=\"commit\"} 1")
                    .contains("db_failures_total{reason=\"duplicate_key\",statement=\"insert product\"} 1.0");
        }
    }

    @Test
    void aSlowStatementIsLoggedWithoutItsValues() {
        WatchSettings all = WatchSettings.standard().slow(Duration.ofNanos(1));
        try (Shop shop = Shop.open(engine.shop().statement(all))) {
            shop.add(SECRET, 1);
        }
        ILoggingEvent slow = log.list.stream()
                .filter(event -> event.getMessage().equals("slow statement"))
                .findFirst()
                .orElseThrow();
        assertThat(slow.getLevel()).isEqualTo(Level.WARN);
        assertThat(slow.getKeyValuePairs().toString())
                .contains("insert into `product` (`name`, `price`, `stock`) values (?..)", "duration_us", "peer");
        assertThat(log.list.toString()).doesNotContain(SECRET);
        assertThat(log.list)
                .noneSatisfy(
                        event -> assertThat(event.getKeyValuePairs().toString()).contains(SECRET));
    }

    @Test
    void valuesAreShownOnlyWhereTheyAreAskedFor() {
        try (Shop shop = Shop.open(engine.shop())) {
            shop.add(SECRET, 1);
            assertThatThrownBy(() -> shop.add(SECRET, 1))
                    .satisfies(
                            e -> assertThat(everythingOf(e)).contains("error").doesNotContain(SECRET));
        }
        try (Shop shop =
                Shop.open(engine.shop().statement(WatchSettings.standard().showingValues()))) {
            shop.add(SECRET, 1);
            assertThatThrownBy(() -> shop.add(SECRET, 1))
                    .satisfies(e -> assertThat(everythingOf(e)).contains(SECRET));
        }
        assertThat(log.list)
                .anySatisfy(
                        event -> assertThat(event.getKeyValuePairs().toString()).contains(SECRET));
    }

    /// The failure as a log would show it.
    private static String everythingOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aStatementIsNamedAndShownWithoutItsLiterals() {
        try (Shop shop = Shop.open(engine.shop())) {
            List<String> statements = List.of(
                    "select  name\n from product where name = 'it''s' and id in (1, 2,3) -- note",
                    "select name /* x */ from product where name = 'it''s' and id in (4, 5)",
                    "select name from product where name='" + "long".repeat(20_000) + "' and id in (1,2)");
            shop.db()
                    .read(session -> statements.stream()
                            .map(sql -> session.list(String.class, sql))
                            .toList());
        }
        assertThat(log.list.stream()
                        .map(event -> event.getKeyValuePairs().getFirst().value.toString())
                        .filter(text -> text.contains("name from"))
                        .distinct())
                .containsExactly(
                        "select name from product where name = ? and id in (?..)",
                        "select name from product where name=? and id in (?..)");
    }
}
