package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.watch.WatchSettings;
import io.heddle.registry.access.AccessSettings;
import io.heddle.registry.admission.AdmissionSettings;
import io.heddle.registry.catalog.CatalogSettings;
import io.heddle.registry.check.CheckSettings;
import io.heddle.registry.consul.ConsulSettings;
import io.heddle.registry.lease.LeaseSettings;
import io.heddle.registry.probe.ProbeSettings;
import io.heddle.registry.snapshot.StoreSettings;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every limit is answered by a code and names its field.
final class LimitsTest {
    private static final String JSON = "application/json";

    private final RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), small());
    private final Http http = new Http(registry.port());

    private static CenterSettings small() {
        return new CenterSettings(
                new AdmissionSettings(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(10),
                        5,
                        3,
                        3,
                        64,
                        16,
                        2,
                        20,
                        2,
                        3),
                CatalogSettings.standard(),
                LeaseSettings.standard(),
                ProbeSettings.standard(),
                CheckSettings.standard(),
                ConsulSettings.standard(),
                new WatchSettings(1, 3, Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofMillis(5)),
                StoreSettings.none(),
                AccessSettings.standard());
    }

    @AfterEach
    void close() {
        http.close();
        registry.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "name":"Calc" | invalid_name | name
            "name":"" | invalid_name | name
            "service":"ftp://h:1" | invalid_service | service
            "service":"http://" | invalid_service | service
            "service":"http://h:0" | invalid_service | service
            "service":"http://h:65536" | invalid_service | service
            "service":"http://u@h:1" | invalid_service | service
            "service":"http://h:1/?a=b" | invalid_service | service
            "service":"http://h/01234567890123456789012345678901234567890123456789012345" | invalid_service | service
            "host":"other" | invalid_host | host
            "port":2 | invalid_port | port
            "weight":1001 | invalid_weight | weight
            "weight":-1 | invalid_weight | weight
            "ttl":0.5 | invalid_ttl | ttl
            "ttl":601 | invalid_ttl | ttl
            "ttl":1e99999 | invalid_ttl | ttl
            "status":"SUSPECT" | invalid_status | status
            "zone":"01234567890123456" | invalid_zone | zone
            "version":"01234567890123456" | invalid_version | version
            "metadata":{"a":"","b":"","c":""} | too_much_metadata | metadata
            "metadata":{"a":"01234567890123456789"} | too_much_metadata | metadata
            "metadata":{"a":null} | 100001 | metadata.a
            "methods":["a","b","c"] | too_many_methods | methods
            "methods":[" "] | invalid_methods | methods
            "methods":[null] | 100001 | methods[0]
            """)
    void refusesWhatMayNotBeRegistered(String wrong, String code, String field) {
        Http.Answer answer = http.post("/register", registration(wrong));

        assertAll(
                () -> assertEquals(400, answer.status(), answer.body()),
                () -> assertEquals(code, answer.code()),
                () -> assertTrue(answer.json().path("message").asString().startsWith(field + ' '), answer.body()));
    }

    /// A right one but for that.
    private static String registration(String wrong) {
        String name = wrong.startsWith("\"name\"") ? "" : "\"name\":\"calc\",";
        String service = wrong.startsWith("\"service\"") ? "" : "\"service\":\"http://h:1\",";
        return '{' + name + service + wrong + '}';
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"calc"} | service
            {"service":"http://h:1"} | name
            {"name":"calc","service":null} | service
            {"name":"calc","service":"http://h:1","weight":"x"} | weight
            {"name":"calc","service":"http://h:1","status":"SLEEPY"} | status
            {"name":"calc","service":"http://h:1","colour":1} | colour
            """)
    void refusesWhatIsNoRegistration(String body, String field) {
        Http.Answer answer = http.post("/register", body);

        assertEquals(400, answer.status(), answer.body());
        assertTrue(answer.json().path("message").asString().contains(field), answer.body());
    }

    @Test
    void holdsNoMoreInstancesOfAServiceThanItsLimit() {
        for (int port = 1; port <= 3; port++) {
            assertEquals(200, http.register("calc", port).status());
        }

        assertRefused(429, "too_many_instances_of_service", http.register("calc", 4));
        assertEquals(200, http.register("calc", 3).status());
    }

    @Test
    void holdsNoMoreServicesThanItsLimit() {
        for (String name : new String[] {"a", "b", "c"}) {
            assertEquals(200, http.register(name, 1).status());
        }

        assertRefused(429, "too_many_services", http.register("d", 1));
    }

    @Test
    void holdsNoMoreInstancesThanItsLimit() {
        for (int port = 1; port <= 5; port++) {
            assertEquals(200, http.register(port <= 3 ? "a" : "b", port).status());
        }

        assertRefused(429, "too_many_instances", http.register("b", 6));
    }

    @Test
    void renewsNoMoreAtOnceThanItsLimit() {
        assertRefused(400, "batch_too_large", http.post("/leases", "[1,2,3,4]", "Content-Type", JSON));
    }

    @Test
    void watchesWithinItsLimits() {
        assertRefused(400, "invalid_wait", http.get("/watch?services=calc&wait=31s"));
        assertRefused(400, "invalid_wait", http.get("/watch?services=calc&wait=PT-1S"));
        assertRefused(400, "too_many_names", http.get("/watch?services=a,b,c,d"));
        assertRefused(400, "invalid_name", http.get("/watch"));
        assertRefused(400, "invalid_name", http.get("/watch?services=A"));
        assertRefused(400, "invalid_since", http.get("/watch?services=a&since=-1"));
        assertRefused(404, "unknown_lease", http.get("/events?services=a&lease=5"));
        assertEquals(400, http.get("/watch?services=calc&wait=soon").status());
    }

    @Test
    void hasNoMoreWatchersThanItsLimit() throws Exception {
        long revision = http.get("/watch?services=calc").data().path("revision").asLong();
        Thread watching = Thread.ofVirtual().start(() -> http.get("/watch?services=calc&wait=20s&since=" + revision));

        Await.until(() -> http.get("/console/state").data().path("watchers").asInt() == 1);

        assertRefused(429, "too_many_watchers", http.get("/watch?services=calc&wait=0s&since=" + revision));
        http.register("calc", 1);
        watching.join();
        assertEquals(200, http.get("/watch?services=calc").status());
    }

    private static void assertRefused(int status, String code, Http.Answer answer) {
        assertEquals(status, answer.status(), answer.body());
        assertEquals(code, answer.code());
    }
}
