package io.heddle.seckill.product;

import io.heddle.db.DatabaseSettings;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Sources;
import io.heddle.seckill.admin.AdminToken;
import io.heddle.seckill.tables.Tables;
import java.util.Map;

/// The service `product`.
public final class Products {
    private Products() {}

    /// Migrates its tables and serves.
    public static RunningService start(Sources sources) {
        Service service = Service.of(
                "product", Map.of("database", DatabaseSettings.class, "product", ProductSettings.class), sources);
        Tables tables = Tables.of("product", service).start();
        ProductSettings settings = service.settings("product", ProductSettings.class);
        ProductHandler handler = new ProductHandler(new ProductStore(tables), AdminToken.of(settings.adminToken()));
        return service.serve(ProductApi.class, handler)
                .state("tables", () -> tables.ready() ? "UP" : "DOWN")
                .closing(tables)
                .start();
    }
}
