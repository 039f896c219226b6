package io.heddle.seckill.product;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.reply.Page;
import io.heddle.seckill.admin.AdminToken;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Answers the contract.
final class ProductHandler implements ProductApi {
    private static final int DECIMALS = 2;

    private final ProductStore store;
    private final AdminToken admin;

    ProductHandler(ProductStore store, AdminToken admin) {
        this.store = store;
        this.admin = admin;
    }

    @Override
    public Product add(NewProduct product, Optional<String> authorization) {
        admin.require(authorization);
        long id = store.add(product(0, product));
        return product(id, product);
    }

    /// The contract lets no more decimals in, so nothing is rounded here.
    private static Product product(long id, NewProduct said) {
        BigDecimal price = said.price().setScale(DECIMALS);
        return new Product(id, said.name(), said.description().orElse(""), price, said.inventory());
    }

    @Override
    public Page<Product> list(List<Long> id, int page, int limit) {
        return store.list(id, page, limit);
    }

    @Override
    public Optional<Product> product(long id) {
        return store.find(id);
    }

    @Override
    public Product change(long id, NewProduct product, Optional<String> authorization) {
        admin.require(authorization);
        Product changed = product(id, product);
        if (!store.change(changed)) {
            throw missing(id);
        }
        return changed;
    }

    @Override
    public void remove(long id, Optional<String> authorization) {
        admin.require(authorization);
        if (!store.remove(id)) {
            throw missing(id);
        }
    }

    private static ServiceException missing(long id) {
        return ServiceException.notFound("there is no product " + id);
    }
}
