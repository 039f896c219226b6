package io.heddle.seckill.order;

import io.heddle.db.DatabaseSettings;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Sources;
import io.heddle.seckill.activity.SaleApi;
import io.heddle.seckill.admin.AdminToken;
import io.heddle.seckill.order.audit.Reconciliation;
import io.heddle.seckill.order.flow.Materialiser;
import io.heddle.seckill.order.table.OrderStore;
import io.heddle.seckill.tables.Tables;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// The service `order`.
public final class Orders {
    private Orders() {}

    /// Migrates its tables, serves, and follows the sales.
    public static RunningService start(Sources sources) {
        Service service =
                Service.of("order", Map.of("database", DatabaseSettings.class, "orders", OrderSettings.class), sources);
        OrderSettings settings = service.settings("orders", OrderSettings.class);
        Optional<String> token = AdminToken.header(settings.activityToken());
        Tables tables = Tables.of("order", service).start();
        OrderStore store = new OrderStore(tables);
        SaleApi sales = service.client(SaleApi.class);
        Materialiser materialiser =
                new Materialiser(sales, store, new Materialiser.Pace(settings.poll(), token), service.metrics());
        Reconciliation reconciliation = new Reconciliation(sales, store, settings.reconcile(), InstantSource.system());
        return service.serve(OrderApi.class, new OrderHandler(store, sales, materialiser, reconciliation, token))
                .state("tables", () -> tables.ready() ? "UP" : "DOWN")
                .state("orders", () -> Map.of("lag", materialiser.lag(), "alarms", materialiser.alarms()))
                .state(
                        "reconciliation",
                        () -> reconciliation.last().map(Object.class::cast).orElse("none yet"))
                .closing(tables)
                .closing(reconciliation.start())
                .closing(materialiser.start())
                .start();
    }
}
