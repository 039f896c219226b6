package io.heddle.seckill.activity;

import io.heddle.kit.boot.RunningService;
import io.heddle.seckill.activity.ActivityApi.Activity;
import io.heddle.seckill.activity.ActivityApi.NewActivity;
import io.heddle.seckill.activity.claim.ClaimApi;
import io.heddle.seckill.order.OrderApi;
import io.heddle.seckill.order.Orders;
import io.heddle.seckill.product.ProductApi;
import io.heddle.seckill.product.ProductApi.NewProduct;
import io.heddle.seckill.product.Products;
import io.heddle.testkit.server.Schema;
import io.heddle.testkit.system.TestSystem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The three services over real HTTP, found through a registry, with a journal in a folder of the test.
public final class Shop {
    private final TestSystem system;
    private final Map<String, String> settings;

    private Shop(TestSystem system, Map<String, String> settings) {
        this.system = system;
        this.settings = settings;
    }

    /// Services whose tables are all in one database.
    public static Shop on(TestSystem system, Schema schema, Path folder) {
        return new Shop(
                system,
                Map.of(
                        "config_center.urls",
                        "",
                        "config_center.required",
                        "",
                        "database.url",
                        schema.url(),
                        "database.user",
                        schema.user(),
                        "database.password",
                        schema.password(),
                        "service.data",
                        folder.toString()));
    }

    private Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }

    public RunningService product(Map<String, String> more) {
        return system.with(Products.start(system.sources(with(more)).resource("product.yaml")));
    }

    public RunningService activity(Map<String, String> more) {
        Map<String, String> all = with(more);
        all.putIfAbsent("sale.journal.kind", "mvstore");
        return system.with(Activities.start(system.sources(all).resource("activity.yaml")));
    }

    public RunningService order(Map<String, String> more) {
        return system.with(Orders.start(system.sources(with(more)).resource("order.yaml")));
    }

    public ProductApi products() {
        return system.client(ProductApi.class);
    }

    public ActivityApi activities() {
        return system.client(ActivityApi.class);
    }

    public ClaimApi claims() {
        return system.client(ClaimApi.class);
    }

    public SaleApi sales() {
        return system.client(SaleApi.class);
    }

    public OrderApi orders() {
        return system.client(OrderApi.class);
    }

    /// A product of which there are plenty.
    public ProductApi.Product loom() {
        return products()
                .add(
                        new NewProduct("Loom", Optional.of("folds"), new BigDecimal("199.9"), 1_000_000),
                        Optional.empty());
    }

    /// A sale that runs from an hour ago until in an hour.
    public Activity sale(int units) {
        return activities().add(draft(loom().id(), units), Optional.empty());
    }

    public static NewActivity draft(long product, int units) {
        Instant now = Instant.now();
        return new NewActivity(
                "Looms", product, units, now.minusSeconds(3600), now.plusSeconds(3600), Optional.empty());
    }
}
