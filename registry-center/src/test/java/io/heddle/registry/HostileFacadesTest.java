package io.heddle.registry;

import io.heddle.testkit.hostile.Ask;
import io.heddle.testkit.hostile.Hostile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that a client of another protocol sends makes a 5xx, a leak or views that contradict each other.
/// `-Dheddle.prove=long` goes on for longer.
final class HostileFacadesTest {
    private static final boolean LONG = "long".equals(System.getProperty("heddle.prove"));
    private static final String CONSUL = "{\"Name\":\"orders\",\"ID\":\"o1\",\"Address\":\"127.0.0.1\",\"Port\":9,"
            + "\"Tags\":[\"a\"],\"Meta\":{\"secure\":\"true\"},\"Check\":{\"TTL\":\"1s\",\"Status\":\"passing\","
            + "\"DeregisterCriticalServiceAfter\":\"1s\"}}";
    private static final String CHECKED =
            "{\"name\":\"pages\",\"port\":9,\"checks\":[{\"http\":\"http://127.0.0.1:9/\","
                    + "\"interval\":\"1s\",\"header\":{\"a\":[\"b\"]},\"DeregisterCriticalServiceAfter\":\"1s\"},"
                    + "{\"tcp\":\"127.0.0.1:9\",\"timeout\":\"1s\"}]}";
    private static final String ENTITIES = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><instance>"
            + "<instanceId>&a;</instanceId><hostName>h</hostName><app>ORDERS</app></instance>";
    private static final String XML = "<instance><instanceId>x1</instanceId><hostName>h</hostName><app>ORDERS</app>"
            + "<ipAddr>127.0.0.1</ipAddr><status>UP</status><port enabled=\"true\">9</port>"
            + "<leaseInfo><durationInSecs>1</durationInSecs></leaseInfo><metadata><a>b</a></metadata></instance>";
    private static final List<Ask> ASKS = List.of(
            new Ask("POST", "/eureka/apps/ORDERS", EurekaBodies.minimal("ORDERS", "o%2F1", 8)),
            new Ask("POST", "/eureka/v2/apps/ORDERS/", EurekaBodies.minimal("orders", "o1", 7)),
            new Ask("POST", "/eureka/apps/ORDERS", XML),
            new Ask("POST", "/eureka/apps/ORDERS", ENTITIES),
            Ask.of("PUT", "/eureka/apps/ORDERS/o1?status=UP&lastDirtyTimestamp=5"),
            Ask.of("PUT", "/eureka/apps/ORDERS/o%2F1/status?value=DOWN"),
            Ask.of("PUT", "/eureka/apps/ORDERS/o1/metadata?a=b"),
            Ask.of("DELETE", "/eureka/apps/ORDERS/o1/status"),
            Ask.of("DELETE", "/eureka/apps/ORDERS/o1"),
            Ask.of("GET", "/eureka/apps/"),
            Ask.of("GET", "/eureka/apps/delta"),
            Ask.of("GET", "/eureka/vips/orders"),
            Ask.of("GET", "/eureka/instances/o1"),
            new Ask("PUT", "/v1/agent/service/register", CONSUL),
            new Ask("PUT", "/v1/agent/service/register", CHECKED),
            Ask.of("PUT", "/v1/agent/check/pass/service:o1?note=x"),
            new Ask("PUT", "/v1/agent/check/update/service:o1", "{\"Status\":\"warning\",\"Output\":\"x\"}"),
            Ask.of("PUT", "/v1/agent/service/maintenance/o1?enable=true"),
            Ask.of("PUT", "/v1/agent/service/deregister/o1"),
            Ask.of("GET", "/v1/agent/service/o1"),
            Ask.of("GET", "/v1/agent/checks"),
            Ask.of("GET", "/v1/agent/services"),
            Ask.of("GET", "/v1/agent/self"),
            Ask.of("GET", "/v1/status/leader"),
            Ask.of("GET", "/v1/catalog/services?index=5&wait=5ms"),
            Ask.of("GET", "/v1/catalog/service/orders?tag=a"),
            Ask.of("GET", "/v1/health/service/orders?passing&index=5&wait=10ms"),
            Ask.of("GET", "/v1/health/checks/orders?dc=dc1"),
            Ask.of("GET", "/v1/catalog/nodes?index=-1"),
            new Ask("PUT", "/v1/kv/app/a?cas=5&flags=7", "{\"a\":1}"),
            Ask.of("GET", "/v1/kv/app/?recurse&index=5&wait=5ms"),
            Ask.of("GET", "/v1/kv/app/?keys&separator=/"),
            Ask.of("DELETE", "/v1/kv/app/a?cas=7"),
            Ask.of("HEAD", "/v1/kv/app/a"),
            Ask.of("GET", "/prometheus/targets?service=orders&status=UP"));

    @TempDir
    private Path folder;

    @Test
    void bearsWithWhateverIsSent() {
        List<Ask> all = Stream.concat(ASKS.stream(), HostileTest.ASKS.stream()).toList();
        new Attack(Hostile.knowing(all).withPlainErrors(), LONG ? 50_000 : 4000, LONG ? 1_000_000 : 30_000, 3)
                .on(folder, http -> Await.until(new Views(http)::agree, new Views(http)::shown));
    }
}
