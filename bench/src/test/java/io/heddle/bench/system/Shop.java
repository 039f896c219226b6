package io.heddle.bench.system;

import io.heddle.testkit.process.ServiceProcess;
import io.heddle.testkit.server.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/// The three services of the flash sale as processes of their own on free ports, without a registry.
final class Shop implements AutoCloseable {
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final Map<String, String> settings;
    private final ServiceProcess product;
    private ServiceProcess activity;
    private final ServiceProcess order;

    private Shop(Path folder, Map<String, String> more) {
        this.folder = folder;
        this.settings = new HashMap<>(Map.of(
                "registry.urls", "",
                "config_center.urls", "",
                "config_center.required", "",
                "server.access_log", "false",
                "server.drain_notice", "0s"));
        settings.putAll(more);
        this.product = start("product", Map.of());
        this.activity = start("activity", Map.of("client.services.product.url", url(product)));
        this.order = start("order", Map.of("client.services.activity.url", url(activity)));
    }

    /// A shop on H2 files.
    static Shop open(Path folder, Map<String, String> settings) {
        return new Shop(folder, settings);
    }

    static Map<String, String> on(Schema schema) {
        return Map.of(
                "database.url", schema.url(), "database.user", schema.user(), "database.password", schema.password());
    }

    private ServiceProcess start(String service, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.keySet().removeIf(key -> key.startsWith("sale.") && !service.equals("activity"));
        all.putIfAbsent(
                "database.url", "jdbc:h2:file:" + folder.resolve(service).resolve("database"));
        all.putAll(more);
        return ServiceProcess.start(Fleet.jar("seckill"), folder.resolve(service), all, service);
    }

    private static String url(ServiceProcess process) {
        return process.url().toString();
    }

    ServiceProcess product() {
        return product;
    }

    ServiceProcess activity() {
        return activity;
    }

    ServiceProcess order() {
        return order;
    }

    /// Kills the service of the sales and starts it again where it was.
    void killActivity() {
        activity.kill();
        restartActivity();
    }

    void restartActivity() {
        activity = start(
                "activity",
                Map.of("client.services.product.url", url(product), "server.port", Integer.toString(activity.port())));
    }

    /// Puts up so many units of a new product, from now on, and gives the number of the sale.
    long sale(int units) {
        return sale(units, "Lamps");
    }

    long sale(int units, String name) {
        JsonNode made = Web.post(
                product.url() + "/products",
                "{\"name\":\"Lamp\",\"description\":\"\",\"price\":9.90,\"inventory\":" + units + "}");
        Instant now = Instant.now();
        return Web.post(
                        activity.url() + "/activities",
                        "{\"name\":\"%s\",\"product\":%d,\"stock\":%d,\"start_time\":\"%s\",\"end_time\":\"%s\"}"
                                .formatted(
                                        name,
                                        made.path("id").asLong(),
                                        units,
                                        now.minusSeconds(1),
                                        now.plusSeconds(3600)))
                .path("id")
                .asLong();
    }

    /// Asks once for a user.
    JsonNode claim(long sale, Object user) {
        return Web.post(claims(sale), "{\"user_id\":" + user + "}");
    }

    String claims(long sale) {
        return activity.url() + "/activities/" + sale + "/seckill";
    }

    JsonNode standing(long sale, Object user) {
        return Web.data(claims(sale) + "/" + user);
    }

    JsonNode tally(long sale) {
        return Web.data(activity.url() + "/activities/" + sale);
    }

    /// How many orders of a sale the database has.
    long orders(long sale) {
        return Web.JSON
                .readTree(Web.get(order.url() + "/orders?activity_id=" + sale + "&limit=1")
                        .body())
                .path("pagination")
                .path("total")
                .asLong(-1);
    }

    /// Waits until the database has so many orders of a sale.
    void awaitOrders(long sale, long count) {
        Awaitility.await().atMost(DRAIN_LIMIT).until(() -> orders(sale) == count);
    }

    /// Waits until the service of the sales knows that the table of orders has all of it.
    void awaitApplied(long sale) {
        String live = activity.url() + "/activities/" + sale + "/live";
        Awaitility.await()
                .atMost(DRAIN_LIMIT)
                .until(() -> Web.firstEvent(live).path("lag").asInt(-1) == 0);
    }

    /// Runs a command of the jar with the settings of the service of the sales.
    Shell.Result command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dheddle.registry.urls=",
                "-Dheddle.config_center.urls=",
                "-Dheddle.config_center.required=",
                "-Dheddle.client.services.order.url=" + url(order),
                "-Dheddle.database.url=jdbc:h2:file:" + folder.resolve("activity/database")));
        command.addAll(List.of("-jar", Fleet.jar("seckill").toString()));
        command.addAll(List.of(arguments));
        return Shell.in(folder, command.toArray(String[]::new)).run();
    }

    @Override
    public void close() {
        order.close();
        activity.close();
        product.close();
    }
}
