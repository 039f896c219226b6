package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heddle.kit.server.ServerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PrometheusTargetsTest {
    private static final String TARGETS = "/prometheus/targets";

    private final RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), CenterSettings.standard());
    private final Http http = new Http(registry.port());

    @AfterEach
    void close() {
        http.close();
        registry.close();
    }

    @Test
    void listsEveryTargetWithItsLabels() {
        http.post(
                "/register",
                "{\"name\":\"calc\",\"service\":\"https://[::1]:9\",\"zone\":\"eu\",\"version\":\"1.2\",\"weight\":7,"
                        + "\"metadata\":{\"metrics_path\":\"/m\",\"team name\":\"blue\"}}");

        assertEquals(
                "[{\"targets\":[\"[::1]:9\"],\"labels\":{\"__meta_instance\":\"https://[::1]:9\","
                        + "\"__meta_metadata_metrics_path\":\"/m\",\"__meta_metadata_team_name\":\"blue\","
                        + "\"__meta_service\":\"calc\",\"__meta_status\":\"UP\",\"__meta_version\":\"1.2\","
                        + "\"__meta_weight\":\"7\",\"__meta_zone\":\"eu\",\"__metrics_path__\":\"/m\","
                        + "\"__scheme__\":\"https\"}}]",
                http.get(TARGETS).body());
    }

    @Test
    void isEmptyAndNever304() {
        Http.Answer answer = http.get(TARGETS, "If-None-Match", "*");
        assertEquals(200, answer.status());
        assertEquals("[]", answer.body());
        assertEquals("application/json", answer.header("Content-Type"));
    }

    @Test
    void listsSomeServicesAndStatuses() {
        http.register("calc", 1);
        http.register("blog", 2);
        long token = http.register("blog", 3).token();
        http.send("PUT", "/leases/" + token + "/drain", null);

        assertEquals(3, http.get(TARGETS + "?service=&status=").json().size());
        assertEquals(2, http.get(TARGETS + "?service=blog").json().size());
        assertEquals(1, http.get(TARGETS + "?service=blog&status=UP").json().size());
        assertEquals(3, http.get(TARGETS + "?service=blog&service=calc").json().size());
        assertEquals(0, http.get(TARGETS + "?service=none").json().size());
        assertEquals(400, http.get(TARGETS + "?status=FINE").status());
    }
}
