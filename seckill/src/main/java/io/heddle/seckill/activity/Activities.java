package io.heddle.seckill.activity;

import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Sources;
import io.heddle.seckill.activity.claim.ClaimApi;
import io.heddle.seckill.activity.claim.ClaimRoutes;
import io.heddle.seckill.activity.insight.Insight;
import io.heddle.seckill.activity.mark.AppliedMarks;
import io.heddle.seckill.activity.mark.OrdersAheadException;
import io.heddle.seckill.activity.page.SalePages;
import io.heddle.seckill.admin.AdminToken;
import io.heddle.seckill.product.ProductApi;
import io.heddle.seckill.product.ProductApi.Product;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.tables.Tables;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The service `activity`.
public final class Activities {
    private final Service service;
    private final SaleSettings settings;
    private final Stock stock;
    private final Tables tables;
    private final AppliedMarks marks;
    private final ActivityStore store;
    private final Wanted wanted;
    private final AdminToken admin;
    private final InstantSource clock;

    private Activities(Service service, SaleSettings settings, Stock stock, InstantSource clock) {
        this.service = service;
        this.settings = settings;
        this.stock = stock;
        this.clock = clock;
        this.tables = Tables.of("activity", service);
        this.marks = new AppliedMarks(stock, tables);
        this.store = new ActivityStore(tables);
        this.wanted = new Wanted(service.client(ProductApi.class), settings.hold());
        this.admin = AdminToken.of(settings.adminToken());
    }

    /// Opens the engine, migrates its tables and serves. Where it cannot, the engine is closed again: threads of it
    /// would keep the process from ending.
    public static RunningService start(Sources sources) {
        Service service = service(sources);
        SaleSettings settings = service.settings("sale", SaleSettings.class);
        Stock stock = Engines.open(service, settings);
        boolean started = false;
        try {
            RunningService running = new Activities(service, settings, stock, InstantSource.system()).start();
            started = true;
            return running;
        } finally {
            if (!started) {
                stock.close();
            }
        }
    }

    /// The service before it starts, with its settings.
    public static Service service(Sources sources) {
        return Service.of("activity", Map.of("database", DatabaseSettings.class, "sale", SaleSettings.class), sources);
    }

    /// The terms of all sales as the database of the service has them.
    public static List<Terms> terms(Service service) {
        try (Tables tables = Tables.of("activity", service).start()) {
            return ActivityStore.terms(tables.database());
        }
    }

    private RunningService start() {
        tables.first(this::compare).start();
        marks.frozen().ifPresent(Activities::refuse);
        ActivityHandler handler = new ActivityHandler(store, stock, wanted, marks, admin, clock);
        service.serve(ActivityApi.class, handler)
                .serve(SaleApi.class, new SaleHandler(stock, marks, admin))
                .document(ClaimApi.class)
                .routes(new ClaimRoutes(stock, entry(), marks::requireThawed, clock))
                .state("sale", () -> marks.frozen().orElse("UP"))
                .state("tables", () -> tables.ready() ? "UP" : "DOWN")
                .check("sale", () -> marks.frozen().isEmpty())
                .closing(stock)
                .closing(tables)
                .closing(marks.start());
        Insight insight = insight();
        insight.measure(service.metrics());
        service.routes(new SalePages(insight));
        if (settings.demo()) {
            service.closing(Demo.start(service.client(ProductApi.class), handler, settings.productToken(), clock));
        }
        return service.start();
    }

    /// An engine that is not the right one is left as it is.
    private void compare(Database database) {
        marks.check(database);
        if (marks.frozen().isEmpty()) {
            new Healing(stock).heal(database);
        }
    }

    private static void refuse(String why) {
        throw new OrdersAheadException(why);
    }

    private ClaimRoutes.Entry entry() {
        return new ClaimRoutes.Entry(settings.userRate(), settings.admissionSecret(), settings.admissionValid(), admin);
    }

    private Insight insight() {
        long starts = Engines.folder(service, settings).map(Starts::count).orElse(1L);
        return new Insight(stock, marks, new Insight.Origin(starts, this::names), clock);
    }

    private Optional<Insight.Names> names(long activity) {
        return store.find(activity).map(row -> names(row.name(), wanted.product(row.product())));
    }

    private static Insight.Names names(String sale, Optional<Product> product) {
        return new Insight.Names(sale, product.map(Product::name), product.map(Product::price));
    }
}
