package io.heddle.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.db.migration.Migrations;
import io.heddle.db.sql.Direction;
import io.heddle.db.sql.Table;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstUseTest {
    record Product(
            long id,
            String name,
            BigDecimal price,
            int stock,
            boolean visible,
            Optional<String> note,
            Instant createdAt) {}

    static final Table PRODUCT = Table.of("product", "id", "name", "price", "stock", "visible", "note", "created_at");

    @Test
    void aSchemaIsMigratedAndUsed() {
        DatabaseSettings settings = DatabaseSettings.inMemory("first");
        assertThat(Migrations.of("shop").migrate(settings)).isEqualTo(2);
        assertThat(Migrations.of("shop").migrate(settings)).isEqualTo(0);
        try (Metrics metrics = Metrics.create();
                Database db = Database.open(settings, Traces.off(), metrics)) {
            long id = db.transaction(s -> s.insert(PRODUCT.insert()
                    .value("name", "tea")
                    .value("price", new BigDecimal("1.50"))
                    .value("note", null)));
            assertThat(id).isEqualTo(1);
            assertThat(db.read(s -> s.one(Product.class, PRODUCT.select().where("id", id)))
                            .orElseThrow()
                            .name())
                    .isEqualTo("tea");
            assertThat(db.read(s -> s.list(Product.class, "select * from product where price > ? order by name", 1))
                            .size())
                    .isEqualTo(1);
            assertThat(db.read(s -> s.page(
                                    Product.class,
                                    PRODUCT.select().whereIf("name", null).orderBy("name", Direction.DESCENDING),
                                    1,
                                    10))
                            .total())
                    .isEqualTo(1);
            assertThatThrownBy(() -> db.transaction(s -> {
                        s.update(PRODUCT.update().add("stock", 5).where("id", id));
                        throw new IllegalStateException("x");
                    }))
                    .hasMessage("x");
            assertThat(db.read(s -> s.one(Integer.class, "select stock from product"))
                            .orElseThrow())
                    .isEqualTo(0);
            assertThat(db.active()).isEqualTo(0);
        }
    }
}
