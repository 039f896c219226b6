package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.server.ServerSettings;
import io.heddle.registry.catalog.CatalogSettings;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class EurekaFacadeTest {
    private static final String[] JSON = {"Accept", "application/json"};
    private static final String ID = "host1:orders:8080";
    private static final String ONE = "/eureka/apps/ORDERS/" + ID;

    private final RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), CenterSettings.standard());
    private final Http http = new Http(registry.port());

    @AfterEach
    void close() {
        http.close();
        registry.close();
    }

    /// As the client of Netflix says it.
    private static String netflix(String status, long dirty) {
        return """
            {"instance":{"instanceId":"host1:orders:8080","hostName":"host1","app":"ORDERS","ipAddr":"10.0.0.5",
            "status":"%s","overriddenStatus":"UNKNOWN","port":{"$":8080,"@enabled":"true"},
            "securePort":{"$":443,"@enabled":"false"},"countryId":1,
            "dataCenterInfo":{"@class":"com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo","name":"MyOwn"},
            "leaseInfo":{"renewalIntervalInSecs":30,"durationInSecs":90,"registrationTimestamp":0},
            "metadata":{"management.port":"8081","zone":"eu-1"},"homePageUrl":"http://host1:8080/",
            "vipAddress":"orders","secureVipAddress":"orders","isCoordinatingDiscoveryServer":"false",
            "lastUpdatedTimestamp":"%d","lastDirtyTimestamp":"%d","actionType":"ADDED"}}
            """.formatted(status, dirty, dirty);
    }

    private int register(String status, long dirty) {
        return http.post("/eureka/apps/ORDERS", netflix(status, dirty), "Content-Type", "application/json")
                .status();
    }

    private JsonNode instance() {
        return http.get(ONE, JSON).json().path("instance");
    }

    private int put(String path) {
        return http.send("PUT", path, null).status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/eureka/apps", "/eureka/apps/", "/eureka/v2/apps", "/eureka/v2/apps/"})
    void givesAllWithTheirHash(String path) {
        assertEquals(204, register("UP", 5));
        http.register("calc", 9);

        JsonNode all = http.get(path, JSON).json().path("applications");
        assertEquals("UP_2_", all.path("apps__hashcode").asString());
        assertEquals("CALC", all.path("application").path(0).path("name").asString());
        assertEquals("ORDERS", all.path("application").path(1).path("name").asString());
        assertEquals(
                "127.0.0.1:calc:9",
                all.path("application")
                        .path(0)
                        .path("instance")
                        .path(0)
                        .path("instanceId")
                        .asString());
    }

    @Test
    void tellsNoFieldThatNetflixDoesNotHave() {
        register("UP", 5);
        Set<String> known = Set.of(
                "instanceId hostName app ipAddr sid status overriddenStatus port securePort countryId dataCenterInfo"
                        .concat(" leaseInfo metadata homePageUrl statusPageUrl healthCheckUrl secureHealthCheckUrl")
                        .concat(" vipAddress secureVipAddress isCoordinatingDiscoveryServer lastUpdatedTimestamp")
                        .concat(" lastDirtyTimestamp actionType asgName appGroupName")
                        .split(" "));
        Set<String> told = new TreeSet<>(instance().propertyNames());
        told.removeAll(known);
        assertEquals(Set.of(), told);
        Set<String> lease = new TreeSet<>(instance().path("leaseInfo").propertyNames());
        lease.removeAll(Set.of(
                "renewalIntervalInSecs",
                "durationInSecs",
                "registrationTimestamp",
                "lastRenewalTimestamp",
                "evictionTimestamp",
                "serviceUpTimestamp"));
        assertEquals(Set.of(), lease);
        assertEquals(8080, instance().path("port").path("$").asInt());
        assertEquals("true", instance().path("port").path("@enabled").asString());
        assertEquals("8081", instance().path("metadata").path("management.port").asString());
        assertEquals(
                "eu-1", http.get("/service/orders").data().path(0).path("zone").asString());
        assertEquals(
                "http://host1:8080",
                http.get("/service/orders").data().path(0).path("service").asString());
    }

    @Test
    void takesWhatSpringSends() {
        String spring = """
            {"instance":{"instanceId":"h:orders:1","hostName":"127.0.0.1","app":"orders","ipAddr":"127.0.0.1",
            "sid":"na","status":"UP","overriddenStatus":"UNKNOWN","port":{"$":1,"@enabled":true},
            "securePort":{"$":443,"@enabled":false},"countryId":1,"asgName":null,"homePageUrl":null,
            "dataCenterInfo":{"@class":"x","name":"MyOwn"},"leaseInfo":{"renewalIntervalInSecs":30,
            "durationInSecs":90},"metadata":{"@class":"java.util.Collections$EmptyMap"},"vipAddress":"orders",
            "isCoordinatingDiscoveryServer":false,"lastDirtyTimestamp":1795149902285,"actionType":null}}
            """;
        assertEquals(204, http.post("/eureka/v2/apps/orders/", spring).status());
        assertEquals(200, http.get("/eureka/apps/orders", JSON).status());
        assertEquals(200, http.get("/eureka/vips/orders", JSON).status());
        assertEquals(404, http.get("/eureka/svips/orders", JSON).status());
        assertEquals(200, http.get("/eureka/instances/h:orders:1", JSON).status());
        assertEquals(404, http.get("/eureka/instances/h:orders:2", JSON).status());
    }

    @Test
    void answersXmlToWhoDoesNotAskForJson() {
        register("UP", 5);
        Http.Answer xml = http.get("/eureka/apps");
        assertEquals("application/xml", xml.header("Content-Type"));
        assertTrue(xml.body().startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><applications>"), xml.body());
        assertTrue(xml.body().contains("<port enabled=\"true\">8080</port>"), xml.body());
        assertTrue(xml.body().contains("<overriddenstatus>UNKNOWN</overriddenstatus>"), xml.body());
        assertTrue(xml.body().contains("<management.port>8081</management.port>"), xml.body());
    }

    @Test
    void takesXmlAndNoEntities() {
        String xml = """
            <instance><instanceId>x1</instanceId><hostName>127.0.0.1</hostName><app>ORDERS</app>
            <ipAddr>127.0.0.1</ipAddr><status>UP</status><port enabled="true">7</port>
            <dataCenterInfo class="c"><name>MyOwn</name></dataCenterInfo>
            <metadata><zone>z</zone></metadata></instance>
            """;
        String[] type = {"Content-Type", "application/xml"};
        assertEquals(204, http.post("/eureka/apps/ORDERS", xml, type).status());
        assertEquals(
                "http://127.0.0.1:7",
                http.get("/service/orders").data().path(0).path("service").asString());
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + xml.replace("MyOwn", "&b;");
        assertEquals(400, http.post("/eureka/apps/ORDERS", bomb, type).status());
        String file = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + xml.replace("MyOwn", "&a;");
        assertEquals(400, http.post("/eureka/apps/ORDERS", file, type).status());
        assertEquals(
                400, http.post("/eureka/apps/ORDERS", "<a>".repeat(5000), type).status());
    }

    @ParameterizedTest
    @CsvSource({
        "instanceId,Missing instanceId",
        "hostName,Missing hostname",
        "ipAddr,Missing ip address",
        "app,Missing appName",
        "dataCenterInfo,Missing dataCenterInfo"
    })
    void saysWhatIsMissing(String field, String sentence) {
        String body = netflix("UP", 1).replace('"' + field + '"', "\"other\"");
        Http.Answer answer = http.post("/eureka/apps/ORDERS", body);
        assertEquals(400, answer.status());
        assertEquals(sentence, answer.body());
    }

    @Test
    void aBeatOfAnUnknownOneOrOfANewerStateAsksForARegistration() {
        assertEquals(404, put(ONE + "?status=UP&lastDirtyTimestamp=5"));
        register("UP", 5);
        assertEquals(200, put(ONE + "?status=UP&lastDirtyTimestamp=5"));
        assertEquals(200, put(ONE + "?status=UP&lastDirtyTimestamp=4"));
        assertEquals(404, put(ONE + "?status=UP&lastDirtyTimestamp=6"));
        assertEquals(200, put("/eureka/v2/apps/orders/" + ID));
    }

    @Test
    void anOlderRegistrationChangesNothing() {
        register("UP", 5);
        assertEquals(204, register("DOWN", 4));
        assertEquals("UP", instance().path("status").asString());
        assertEquals(204, register("STARTING", 6));
        assertEquals("STARTING", instance().path("status").asString());
        assertEquals(
                "DOWN",
                http.get("/service/orders").data().path(0).path("status").asString());
    }

    @Test
    void anOverrideGoesBeforeWhatTheClientSays() {
        register("UP", 5);
        assertEquals(200, put(ONE + "/status?value=OUT_OF_SERVICE"));
        assertEquals(
                "DRAINING",
                http.get("/service/orders").data().path(0).path("status").asString());
        register("UP", 6);
        assertEquals("OUT_OF_SERVICE", instance().path("status").asString());
        assertEquals("OUT_OF_SERVICE", instance().path("overriddenStatus").asString());
        assertEquals(200, http.send("DELETE", ONE + "/status?value=UP", null).status());
        assertEquals("UP", instance().path("status").asString());
        assertEquals(404, put("/eureka/apps/ORDERS/none/status?value=DOWN"));
        assertEquals(400, put(ONE + "/status?value=FINE"));
    }

    @Test
    void metadataAreAddedAndInstancesLeave() {
        register("UP", 5);
        assertEquals(200, put(ONE + "/metadata?a=b"));
        assertEquals("b", instance().path("metadata").path("a").asString());
        assertEquals("eu-1", instance().path("metadata").path("zone").asString());
        assertEquals(200, http.send("DELETE", ONE, null).status());
        assertEquals(404, http.send("DELETE", ONE, null).status());
        assertEquals(404, http.get(ONE, JSON).status());
        assertEquals("", http.get(ONE, JSON).body());
        assertEquals(404, http.get("/service/orders").status());
    }

    @Test
    void aDeltaTellsWhatChangedWithTheHashOfAll() {
        register("UP", 5);
        long token = http.register("calc", 9).token();
        http.send("DELETE", "/leases/" + token, null);
        put(ONE + "/status?value=DOWN");

        JsonNode delta = http.get("/eureka/apps/delta", JSON).json().path("applications");
        assertEquals("DOWN_1_", delta.path("apps__hashcode").asString());
        JsonNode calc = delta.path("application").path(0).path("instance").path(0);
        assertEquals("DELETED", calc.path("actionType").asString());
        JsonNode orders = delta.path("application").path(1).path("instance").path(0);
        assertEquals("ADDED", orders.path("actionType").asString());
        assertEquals("DOWN", orders.path("status").asString());
    }

    @Test
    void aDeltaThatIsForgottenIsAbsent() {
        CenterSettings usual = CenterSettings.standard();
        CenterSettings forgetful = new CenterSettings(
                usual.admission(),
                new CatalogSettings(16, Duration.ofMillis(1)),
                usual.lease(),
                usual.probe(),
                usual.check(),
                usual.consul(),
                usual.watch(),
                usual.store(),
                usual.access());
        try (RegistryCenter small = RegistryCenter.open(ServerSettings.onPort(0), forgetful);
                Http asked = new Http(small.port())) {
            for (int i = 1; i < 30; i++) {
                asked.register("calc", i);
            }
            assertEquals(404, asked.get("/eureka/apps/delta", JSON).status());
            assertEquals(200, asked.get("/eureka/apps", JSON).status());
        }
    }

    @Test
    void anInstanceThatMovesKeepsItsIdAndLeavesItsPlace() {
        register("UP", 5);
        String moved = netflix("UP", 6).replace("8080,", "8090,");
        assertEquals(204, http.post("/eureka/apps/ORDERS", moved).status());
        assertEquals(1, http.get("/service/orders").data().size());
        assertEquals(
                "http://host1:8090",
                http.get("/service/orders").data().path(0).path("service").asString());
    }

    @Test
    void whoNamesNoPortIsCalledAndToldAtThatOfItsScheme() {
        assertEquals(
                204,
                http.post("/eureka/apps/ORDERS", EurekaBodies.minimal("ORDERS", "o1", 0))
                        .status());

        assertEquals(80, http.get("/service/orders").data().path(0).path("port").asInt());
        var told = http.get("/eureka/apps/ORDERS/o1", JSON).json().path("instance");
        assertEquals(80, told.path("port").path("$").asInt());
    }

    @Test
    void oneThatNoLongerBeatsLeaves() {
        String brief = EurekaBodies.minimal("ORDERS", "o1", 9).replace("\"durationInSecs\":90", "\"durationInSecs\":1");
        assertEquals(204, http.post("/eureka/apps/ORDERS", brief).status());
        Await.until(() -> http.get("/eureka/apps/ORDERS/o1", JSON).status() == 404);
        assertEquals(404, put("/eureka/apps/ORDERS/o1"));
    }

    @Test
    void compressesForThoseWhoAskForIt() {
        for (int i = 1; i < 30; i++) {
            http.register("calc", i);
        }
        Http.Answer small = http.get("/eureka/apps", "Accept", "application/xml", "Accept-Encoding", "gzip");
        assertEquals("gzip", small.header("Content-Encoding"));
        assertFalse(small.body().startsWith("<"));
        assertEquals("", http.get("/eureka/apps", JSON).header("Content-Encoding"));
    }

    @Test
    void oddPathsAreAbsent() {
        register("UP", 5);
        for (String path : new String[] {"/eureka/", "/eureka/none", "/eureka/apps/A/b/c/d", "/eureka/v2"}) {
            assertEquals(404, http.get(path).status(), path);
        }
        assertEquals(404, http.post("/eureka/apps", "{}").status());
        assertEquals(404, put("/eureka/apps/ORDERS"));
    }

    @Test
    void metadataThatAskForACheckThatIsNoneAreRefused() {
        register("UP", 5);
        assertEquals(400, put(ONE + "/metadata?check_http=%2F%2Felsewhere"));
    }

    @Test
    void anOverrideIsOverWhenTheInstanceIsTakenBackByOtherMeans() {
        register("UP", 5);
        assertEquals(200, put(ONE + "/status?value=OUT_OF_SERVICE"));
        assertEquals(200, put("/v1/agent/service/maintenance/host1:orders:8080?enable=false"));
        assertEquals("UP", instance().path("status").asString());
        register("UP", 6);
        assertEquals("UP", instance().path("status").asString());
        assertEquals("UNKNOWN", instance().path("overriddenStatus").asString());
    }
}
