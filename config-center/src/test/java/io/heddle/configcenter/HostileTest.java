package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heddle.testkit.hostile.Ask;
import io.heddle.testkit.hostile.Findings;
import io.heddle.testkit.hostile.Hostile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that a client sends makes a 5xx, a leak or a centre that does not answer. `-Dheddle.prove=long` goes on
/// for longer.
final class HostileTest {
    private static final boolean LONG = "long".equals(System.getProperty("heddle.prove"));
    private static final long GROWTH = 48L << 20;
    private static final String ENTRY = "/entries/log/blogger";
    private static final List<Ask> ASKS = List.of(
            Ask.of("GET", "/config-center/log/blogger?label=a&instance=b"),
            Ask.of("HEAD", "/config-center/log/blogger"),
            Ask.of("GET", "/watch?entries=log/blogger,*/article@a&since=5&wait=10ms&instance=x"),
            Ask.of("GET", "/events?entries=*/blogger&since=5"),
            Ask.of("GET", "/entries?config=log&service=blogger"),
            Ask.of("GET", ENTRY),
            Ask.of("DELETE", "/entries/log/other?base=3"),
            Ask.of("GET", ENTRY + "/draft"),
            new Ask("PUT", ENTRY + "/draft?base=1", "{\"level\":\"info\",\"n\":1.5e3,\"a\":[1,{\"b\":null}]}"),
            Ask.of("DELETE", ENTRY + "/draft"),
            new Ask(
                    "POST",
                    ENTRY + "/publish",
                    "{\"value\":{\"level\":\"info\",\"n\":1.5,\"password\":\"x\"},\"base\":1,\"comment\":\"why\"}"),
            Ask.of("GET", ENTRY + "/releases?page=1&limit=20"),
            Ask.of("GET", ENTRY + "/releases/7"),
            Ask.of("GET", ENTRY + "/diff?from=1&to=2"),
            new Ask("POST", ENTRY + "/rollback", "{\"revision\":1,\"comment\":\"x\"}"),
            new Ask(
                    "PUT",
                    ENTRY + "/gray",
                    "{\"labels\":[\"a\"],\"instances\":[\"b\"],\"value\":{\"level\":\"info\"}}"),
            Ask.of("POST", ENTRY + "/gray/promote"),
            Ask.of("DELETE", ENTRY + "/gray"),
            Ask.of("GET", "/schemas"),
            new Ask("PUT", "/schemas/mail", "{\"type\":\"object\",\"properties\":{\"a\":{\"pattern\":\"^x\"}}}"),
            Ask.of("DELETE", "/schemas/mail"),
            Ask.of("GET", "/audit?config=log&service=blogger&page=1&limit=5"),
            Ask.of("GET", "/export?service=blogger"),
            new Ask(
                    "POST",
                    "/import",
                    "{\"schemas\":{\"x\":{}},\"entries\":[{\"config\":\"log\",\"service\":\"shop\",\"value\":{}}]}"),
            Ask.of("GET", "/tokens"),
            new Ask("POST", "/tokens", "{\"name\":\"ann\",\"scope\":\"read\"}"),
            Ask.of("DELETE", "/tokens/ann"),
            Ask.of("GET", "/openapi"),
            Ask.of("GET", "/spring/blogger/default"),
            Ask.of("GET", "/spring/blogger,article/a,b/main"),
            Ask.of("GET", "/v1/kv/config/blogger/?recurse&index=5&wait=10ms"),
            Ask.of("GET", "/v1/kv/config/blogger,a/?keys&separator=/"),
            Ask.of("GET", "/v1/kv/config/blogger/data?raw"),
            Ask.of("HEAD", "/v1/kv/config/blogger/log.level"),
            Ask.of("GET", "/console/session"),
            new Ask("POST", "/console/session", "{\"token\":\"x\"}"),
            Ask.of("DELETE", "/console/session"),
            Ask.of("GET", "/console/files/0/console.js"),
            Ask.of("GET", "/"));

    @TempDir
    private Path folder;

    @Test
    void bearsWithWhateverIsSent() {
        Hostile hostile = Hostile.knowing(ASKS).withPlainErrors();
        try (TestCenter center = TestCenter.in(folder, Map.of("server.access_log", "false"))) {
            hostile.attack(center.port(), LONG ? 50_000 : 4000, 2);
            hostile.swarm(center.port(), LONG ? 250_000 : 5000, 3);
            long before = used();

            Findings findings = hostile.swarm(center.port(), LONG ? 1_000_000 : 20_000, 4);

            System.out.println(findings.answers() + " requests over " + findings.connections() + " connections, "
                    + (before >> 20) + " MB before, " + (used() >> 20) + " MB after: " + findings.statuses());
            assertThat(String.join("\n", findings.faults())).isEmpty();
            assertThat(center.http().publish("shelf/blogger", "{\"page\":1}").status())
                    .isEqualTo(200);
            assertThat(center.http().read("shelf/blogger")).isEqualTo("{\"page\":1}");
            await().until(() -> center.http().get("/observe/metrics").body().contains("http_server_connections 1.0"));
            assertThat(used() - before).isLessThan(GROWTH);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
