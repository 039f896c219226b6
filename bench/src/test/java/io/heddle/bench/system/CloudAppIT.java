package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.testkit.process.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Applications of Spring Cloud work with our centres as they are.
@Timeout(600)
final class CloudAppIT {
    @TempDir
    private Path folder;

    private final List<AutoCloseable> running = new ArrayList<>();
    private ServiceProcess centre;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : running.reversed()) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T keep(T process) {
        running.add(process);
        return process;
    }

    private void startCentre(String service, Map<String, String> settings) {
        centre = keep(ServiceProcess.start(Fleet.jar(service), folder.resolve(service), settings));
    }

    private void restartRegistry() {
        int port = centre.port();
        centre.kill();
        startCentre("registry-center", Map.of("server.port", Integer.toString(port)));
    }

    private CloudApp app(String name, List<String> settings) {
        return keep(CloudApp.start(folder, name, settings, ""));
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    private static void findEachOther(CloudApp orders, CloudApp billing) {
        soon().until(() -> orders.instances("billing").contains(":" + billing.port()));
        soon().until(() -> billing.instances("orders").contains(":" + orders.port()));
    }

    private boolean registered(String name, CloudApp app) {
        String answer = Web.get(centre.url() + "/services").body();
        return answer.contains("\"name\":\"" + name + '"') && answer.contains(":" + app.port() + '"');
    }

    @Test
    void eurekaClientsRegisterFindEachOtherAndSurviveOurRestart() {
        startCentre("registry-center", Map.of());
        List<String> eureka = List.of(
                "spring.cloud.consul.enabled=false",
                "spring.cloud.config.enabled=false",
                "eureka.client.service-url.defaultZone=" + centre.url() + "/eureka/",
                "eureka.client.registry-fetch-interval-seconds=1",
                "eureka.client.instance-info-replication-interval-seconds=1",
                "eureka.client.initial-instance-info-replication-interval-seconds=0",
                "eureka.instance.lease-renewal-interval-in-seconds=1",
                "eureka.instance.lease-expiration-duration-in-seconds=5",
                "eureka.instance.hostname=127.0.0.1");
        CloudApp orders = app("orders", eureka);
        CloudApp billing = app("billing", eureka).ready();
        orders.ready();
        findEachOther(orders, billing);
        assertThat(registered("orders", orders)).isTrue();

        restartRegistry();

        assertThat(registered("orders", orders)).isTrue();
        soon().until(() -> Web.get(centre.url() + "/services").body().contains("\"status\":\"UP\""));
        findEachOther(orders, billing);

        billing.stop();

        soon().until(() -> !registered("billing", billing));
        soon().until(() -> !orders.instances("billing").contains(":" + billing.port()));
    }

    @Test
    void consulClientsRegisterFindEachOtherAndSurviveOurRestart() {
        startCentre("registry-center", Map.of());
        List<String> consul = List.of(
                "eureka.client.enabled=false",
                "spring.cloud.config.enabled=false",
                "spring.cloud.consul.config.enabled=false",
                "spring.cloud.consul.host=127.0.0.1",
                "spring.cloud.consul.port=" + centre.port(),
                "spring.cloud.consul.discovery.hostname=127.0.0.1",
                "spring.cloud.consul.discovery.health-check-interval=1s",
                "spring.cloud.consul.discovery.query-passing=true");
        CloudApp orders = app("orders", consul);
        CloudApp billing = app("billing", consul).ready();
        orders.ready();
        findEachOther(orders, billing);
        assertThat(registered("orders", orders)).isTrue();

        restartRegistry();

        assertThat(registered("orders", orders)).isTrue();
        findEachOther(orders, billing);

        billing.kill();

        soon().until(() -> !orders.instances("billing").contains(":" + billing.port()));

        orders.stop();

        soon().until(() -> !registered("orders", orders));
    }

    @Test
    void aConfigClientReadsItsSettings() {
        startCentre("config-center", Map.of());
        publish("shop/orders", "{\"url\":\"jdbc:all\",\"pool\":{\"size\":5}}");
        publish("shop/orders@prod", "{\"url\":\"jdbc:prod\"}");
        publish("application/application", "{\"greeting\":\"hello\"}");
        List<String> config = List.of(
                "eureka.client.enabled=false",
                "spring.cloud.consul.enabled=false",
                "spring.profiles.active=prod",
                "spring.config.import=configserver:" + centre.url() + "/spring");

        CloudApp orders = app("orders", config).ready();

        assertThat(orders.setting("shop.url")).isEqualTo("jdbc:prod");
        assertThat(orders.setting("shop.pool.size")).isEqualTo("5");
        assertThat(orders.setting("greeting")).isEqualTo("hello");
    }

    /// With Spring's other config client beside it this one has no client of its own: the two do not go together.
    @Test
    void aConfigClientOfConsulReadsItsSettings() {
        startCentre("config-center", Map.of());
        publish("shop/orders", "{\"url\":\"jdbc:all\",\"pool\":{\"size\":5}}");
        publish("shop/orders@prod", "{\"url\":\"jdbc:prod\"}");
        publish("application/application", "{\"greeting\":\"hello\"}");
        List<String> consul = List.of(
                "eureka.client.enabled=false",
                "spring.cloud.consul.discovery.enabled=false",
                "spring.profiles.active=prod",
                "spring.config.import=consul:127.0.0.1:" + centre.port());

        CloudApp orders = keep(CloudApp.start(folder, "orders", consul, "spring-cloud-config-client"))
                .ready();

        assertThat(orders.setting("shop.url")).isEqualTo("jdbc:prod");
        assertThat(orders.setting("shop.pool.size")).isEqualTo("5");
        assertThat(orders.setting("greeting")).isEqualTo("hello");
    }

    private void publish(String entry, String value) {
        Web.post(centre.url() + "/entries/" + entry + "/publish", "{\"value\":" + value + "}");
    }
}
