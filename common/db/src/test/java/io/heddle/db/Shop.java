package io.heddle.db;

import io.heddle.db.sql.Table;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A database of products and orders.
record Shop(DatabaseSettings settings, Metrics metrics, Database db) implements AutoCloseable {
    static final Table PRODUCT = Table.of("product", "id", "name", "price", "stock", "visible", "note", "created_at");
    static final Table ORDER = Table.of("order", "id", "product_id", "amount");

    record Product(
            long id,
            String name,
            BigDecimal price,
            int stock,
            boolean visible,
            Optional<String> note,
            Instant createdAt) {}

    static Shop open(DatabaseSettings settings) {
        Metrics metrics = Metrics.create();
        return new Shop(settings, metrics, Database.open(settings, Traces.off(), metrics));
    }

    /// Adds a product and gives its key.
    long add(String name, int stock) {
        return db.transaction(session -> session.insert(PRODUCT.insert()
                .value("name", name)
                .value("price", new BigDecimal("1.50"))
                .value("stock", stock)));
    }

    int stock(long id) {
        return db.read(session -> session.one(Integer.class, "select stock from product where id = ?", id)
                .orElseThrow());
    }

    long products() {
        return db.read(session -> session.count(PRODUCT.count()));
    }

    @Override
    public void close() {
        db.close();
        metrics.close();
    }
}
