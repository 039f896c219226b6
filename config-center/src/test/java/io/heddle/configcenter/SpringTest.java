package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a client of Spring Cloud Config gets.
final class SpringTest {
    @TempDir
    private Path folder;

    @Test
    void theStrongestSourceComesFirst() {
        try (TestCenter center = TestCenter.in(folder)) {
            Http http = center.http();
            http.publish(
                    "database/orders",
                    "{\"url\":\"jdbc:x\",\"pool\":{\"size\":5},\"hosts\":[\"a\",\"b\"],\"on\":true}");
            http.publish("database/orders@prod", "{\"url\":\"jdbc:prod\"}");
            http.publish("application/application", "{\"team\":\"loom\"}");

            JsonNode environment = http.get("/spring/orders/prod").json();
            JsonNode sources = environment.path("propertySources");

            assertThat(environment.path("name").asString()).isEqualTo("orders");
            assertThat(environment.path("profiles")).hasSize(1);
            assertThat(environment.path("label").isNull()).isTrue();
            assertThat(environment.path("version").asString()).startsWith("rev-");
            assertThat(sources.findValuesAsString("name")).containsExactly("orders-prod", "orders", "application");
            assertThat(sources.path(0).path("source").toString()).isEqualTo("{\"database.url\":\"jdbc:prod\"}");
            assertThat(sources.path(1).path("source").toString())
                    .isEqualTo("{\"database.url\":\"jdbc:x\",\"database.pool.size\":5,\"database.hosts[0]\":\"a\","
                            + "\"database.hosts[1]\":\"b\",\"database.on\":true}");
            assertThat(sources.path(2).path("source").toString()).isEqualTo("{\"team\":\"loom\"}");
        }
    }

    @Test
    void theLastProfileAndAboveItTheLabelAreTheStrongest() {
        try (TestCenter center = TestCenter.in(folder)) {
            Http http = center.http();
            for (String label : new String[] {"", "@prod", "@eu", "@blue"}) {
                http.publish("a/orders" + label, "{\"b\":\"" + label + "\"}");
            }

            JsonNode sources = http.get("/spring/orders/prod,eu/blue").json().path("propertySources");

            assertThat(sources.findValuesAsString("name"))
                    .containsExactly("orders-blue", "orders-eu", "orders-prod", "orders");
        }
    }

    @Test
    void aServiceWithoutConfigsHasNoSources() {
        try (TestCenter center = TestCenter.in(folder)) {
            Http.Answer answer = center.http().get("/spring/nobody/default/feature(_)x");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("propertySources")).isEmpty();
        }
    }

    @Test
    void aNameThatNobodyCanHaveIsRefused() {
        try (TestCenter center = TestCenter.in(folder)) {
            Http.Answer answer = center.http().get("/spring/Or%20ders/default");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).contains("name");
        }
    }

    @Test
    void onlyTheServiceItselfIsToldItsSecrets() {
        Map<String, String> demanded = Map.of("center.access.admin_token", "an-admin-token-of-some-length");
        try (TestCenter center = TestCenter.in(folder, demanded)) {
            try (Http admin = center.as("an-admin-token-of-some-length")) {
                admin.put("/schemas/database", "{\"schema\":{\"properties\":{\"password\":{\"writeOnly\":true}}}}");
                admin.publish("database/orders", "{\"password\":\"p4ss-w0rd\"}");
                String token = admin.post("/tokens", "{\"name\":\"orders\",\"service\":\"orders\"}")
                        .data()
                        .path("token")
                        .asString();
                try (Http nobody = center.as("")) {
                    assertThat(nobody.get("/spring/orders/default").status()).isEqualTo(401);
                    assertThat(nobody.get("/spring/orders/default", "X-Config-Token", token)
                                    .body())
                            .contains("p4ss-w0rd");
                    assertThat(nobody.get("/spring/other/default", "X-Config-Token", token)
                                    .status())
                            .isEqualTo(403);
                }
                assertThat(admin.get("/spring/orders/default").body())
                        .contains("database.password")
                        .doesNotContain("p4ss-w0rd");
            }
        }
    }
}
