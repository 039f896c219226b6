package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What a client gets that keeps its settings in the key-value store of Consul.
final class KvTest {
    @TempDir
    private Path folder;

    private TestCenter center;
    private Http http;

    @BeforeEach
    void open() {
        center = TestCenter.in(folder);
        http = center.http();
        http.publish("database/orders", "{\"url\":\"jdbc:x\",\"pool\":{\"size\":5}}");
        http.publish("database/orders@prod", "{\"url\":\"jdbc:prod\"}");
    }

    @AfterEach
    void close() {
        center.close();
    }

    private static Map<String, String> pairs(JsonNode array) {
        Map<String, String> pairs = new TreeMap<>();
        array.forEach(pair -> pairs.put(
                pair.path("Key").asString(),
                new String(Base64.getDecoder().decode(pair.path("Value").asString()), StandardCharsets.UTF_8)));
        return pairs;
    }

    @Test
    void eachPropertyIsAKey() {
        Http.Answer orders = http.get("/v1/kv/config/orders/?recurse");

        assertThat(orders.status()).isEqualTo(200);
        assertThat(Long.parseLong(orders.header("X-Consul-Index"))).isPositive();
        assertThat(pairs(orders.json()))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("config/orders/database/url", "jdbc:x", "config/orders/database/pool/size", "5"));
        assertThat(pairs(http.get("/v1/kv/config/orders,prod/?recurse=true").json()))
                .containsExactlyEntriesOf(Map.of("config/orders,prod/database/url", "jdbc:prod"));
        assertThat(pairs(http.get("/v1/kv/config/?recurse").json())).hasSize(3);
        assertThat(http.get("/v1/kv/config/orders/?keys").body())
                .isEqualTo("[\"config/orders/database/pool/size\",\"config/orders/database/url\"]");
    }

    /// As Consul has it: the separator is looked for behind the key that was asked for.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config/orders/?keys&separator=/     | 'DATABASE/'",
                "DATABASE/?keys&separator=/          | 'DATABASE/pool/','DATABASE/url'",
                "DATABASE?keys&separator=/           | 'DATABASE/'",
                "config/orders/?keys&separator=ase/p | 'DATABASE/p','DATABASE/url'",
                "config/orders/?keys&separator=      | 'DATABASE/pool/size','DATABASE/url'",
                "config/?keys&separator=/            | 'config/orders,prod/','config/orders/'",
                "conf?keys&separator=/               | 'config/'",
                "?keys&separator=/                   | 'config/'"
            },
            quoteCharacter = '"')
    void namesEndAtTheSeparator(String asked, String names) {
        String path = "/v1/kv/" + asked.replace("DATABASE", "config/orders/database");
        String json = '[' + names.replace('\'', '"').replace("DATABASE", "config/orders/database") + ']';

        assertThat(http.get(path).body()).isEqualTo(json);
    }

    @Test
    void oneKeyMayBeReadAsItIs() {
        assertThat(http.get("/v1/kv/config/orders/database/url?raw").body()).isEqualTo("jdbc:x");
        assertThat(pairs(http.get("/v1/kv/config/orders/data").json()))
                .containsValue("{\"database.url\":\"jdbc:x\",\"database.pool.size\":5}");
    }

    @Test
    void whatHasNoContentIsAnEmptyText() {
        http.publish("database/orders", "{\"none\":null,\"pool\":{},\"hosts\":[],\"on\":true}");

        assertThat(pairs(http.get("/v1/kv/config/orders/?recurse").json()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "config/orders/database/none", "",
                        "config/orders/database/pool", "",
                        "config/orders/database/hosts", "",
                        "config/orders/database/on", "true"));
        assertThat(http.get("/v1/kv/config/orders/data?raw").body())
                .isEqualTo("{\"database.none\":null,\"database.pool\":{},\"database.hosts\":[],\"database.on\":true}");
    }

    @Test
    void whoeverWaitsWithATokenThatEndsIsToldNothing() throws Exception {
        String token = center.token("orders");
        try (Http orders = center.as(token);
                Http admin = center.admin();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String index = orders.get("/v1/kv/config/orders/?recurse").header("X-Consul-Index");
            Future<Http.Answer> blocked =
                    threads.submit(() -> orders.get("/v1/kv/config/orders/?recurse&wait=60s&index=" + index));
            admin.delete("/tokens/orders");

            assertThat(blocked.get().status()).isEqualTo(401);
        }
    }

    @Test
    void whatIsNotThereIsA404WithAnIndex() {
        for (String path : new String[] {"config/nobody/?recurse", "config/orders/none", "else/where"}) {
            Http.Answer answer = http.get("/v1/kv/" + path);

            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(Long.parseLong(answer.header("X-Consul-Index"))).isPositive();
        }
    }

    @Test
    void blocksUntilTheServiceChanges() throws Exception {
        String index = http.get("/v1/kv/config/orders/?recurse").header("X-Consul-Index");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Http.Answer> blocked =
                    threads.submit(() -> http.get("/v1/kv/config/orders/?recurse&wait=15s&index=" + index));
            http.publish("database/other", "{\"a\":1}");
            http.publish("database/orders", "{\"url\":\"jdbc:y\"}");

            Http.Answer answer = blocked.get();

            assertThat(pairs(answer.json())).containsValue("jdbc:y");
            assertThat(Long.parseLong(answer.header("X-Consul-Index"))).isGreaterThan(Long.parseLong(index));
        }
    }

    @Test
    void anIndexFromElsewhereIsAnsweredAtOnce() {
        assertThat(http.get("/v1/kv/config/orders/?recurse&wait=10s&index=9223372036854775807")
                        .status())
                .isEqualTo(200);
        assertThat(http.get("/v1/kv/config/orders/?recurse&index=-1").status()).isEqualTo(200);
    }

    @Test
    void blockingWithoutAServiceIsRefused() {
        Http.Answer answer = http.get("/v1/kv/config/?recurse&index=1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-5s", "5 s", "1e3s", "5s5", "5x"})
    void aDurationThatIsNoneIsRefused(String wait) {
        assertThat(http.get("/v1/kv/config/orders/?recurse&index=1&wait=" + wait.replace(" ", "%20"))
                        .status())
                .isEqualTo(400);
    }
}
