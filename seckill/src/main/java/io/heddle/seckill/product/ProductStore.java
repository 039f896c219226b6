package io.heddle.seckill.product;

import io.heddle.contract.reply.Page;
import io.heddle.db.sql.Direction;
import io.heddle.db.sql.Select;
import io.heddle.db.sql.Table;
import io.heddle.seckill.product.ProductApi.Product;
import io.heddle.seckill.tables.Tables;
import java.util.List;
import java.util.Optional;

/// The table of products.
final class ProductStore {
    private static final Table TABLE = Table.of("product", "id", "name", "description", "price", "inventory");

    private final Tables tables;

    ProductStore(Tables tables) {
        this.tables = tables;
    }

    /// @return the number of the new product
    long add(Product product) {
        return tables.database()
                .transaction(session -> session.insert(TABLE.insert()
                        .value("name", product.name())
                        .value("description", product.description())
                        .value("price", product.price())
                        .value("inventory", product.inventory())));
    }

    Page<Product> list(List<Long> ids, int page, int limit) {
        Select all = TABLE.select().orderBy("id", Direction.ASCENDING);
        Select found = ids.isEmpty() ? all : all.whereIn("id", ids);
        return tables.database().read(session -> session.page(Product.class, found, page, limit));
    }

    Optional<Product> find(long id) {
        return tables.database()
                .read(session -> session.one(Product.class, TABLE.select().where("id", id)));
    }

    /// @return whether there was such a product
    boolean change(Product product) {
        return tables.database()
                        .transaction(session -> session.update(TABLE.update()
                                .set("name", product.name())
                                .set("description", product.description())
                                .set("price", product.price())
                                .set("inventory", product.inventory())
                                .where("id", product.id())))
                > 0;
    }

    /// @return whether there was such a product
    boolean remove(long id) {
        return tables.database()
                        .transaction(session -> session.update(TABLE.delete().where("id", id)))
                > 0;
    }
}
