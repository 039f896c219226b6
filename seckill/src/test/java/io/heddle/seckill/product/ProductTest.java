package io.heddle.seckill.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.seckill.activity.Shop;
import io.heddle.seckill.admin.UnauthenticatedException;
import io.heddle.seckill.product.ProductApi.NewProduct;
import io.heddle.seckill.product.ProductApi.Product;
import io.heddle.testkit.server.Schema;
import io.heddle.testkit.system.HeddleTest;
import io.heddle.testkit.system.OnMariaDb;
import io.heddle.testkit.system.TestSystem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Products over real HTTP.
@HeddleTest
final class ProductTest {
    private static final Optional<String> NOBODY = Optional.empty();

    @Test
    void areKeptOnH2(@TempDir Path folder, TestSystem system, Schema schema) {
        areKept(Shop.on(system, schema, folder));
    }

    @Test
    void areKeptOnMariaDb(@TempDir Path folder, TestSystem system, @OnMariaDb Schema schema) {
        areKept(Shop.on(system, schema, folder));
    }

    private static void areKept(Shop shop) {
        shop.product(Map.of());
        ProductApi products = shop.products();
        Product dear = products.add(product("Gr\u00fc\u00dfe \uD83D\uDE00", "9999999999.99", 0), NOBODY);
        Product cheap = products.add(product("x", "0.1", 1_000_000_000), NOBODY);
        assertThat(dear.price()).isEqualTo("9999999999.99");
        assertThat(cheap.price()).isEqualTo("0.10");
        assertThat(products.product(dear.id())).contains(dear);
        assertThat(products.list(List.of(), 1, 1).items()).containsExactly(dear);
        assertThat(products.list(List.of(), 2, 1).items()).containsExactly(cheap);
        assertThat(products.list(List.of(cheap.id(), 99L), 1, 9).items()).containsExactly(cheap);

        Product changed = products.change(cheap.id(), product("y", "2", 3), NOBODY);
        assertThat(products.product(cheap.id())).contains(changed);
        products.remove(cheap.id(), NOBODY);
        assertThat(products.product(cheap.id())).isEmpty();
        assertMissing(() -> products.remove(cheap.id(), NOBODY));
        assertMissing(() -> products.change(cheap.id(), product("y", "2", 3), NOBODY));
    }

    private static NewProduct product(String name, String price, int inventory) {
        return new NewProduct(name, Optional.empty(), new BigDecimal(price), inventory);
    }

    private static void assertMissing(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(Status.NOT_FOUND));
    }

    @Test
    void namesAllThatIsWrong(@TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        NewProduct wrong = new NewProduct(" ", Optional.of("x".repeat(2001)), new BigDecimal("-0.001"), -1);
        assertThatThrownBy(() -> shop.products().add(wrong, NOBODY))
                .isInstanceOfSatisfying(ServiceException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(Status.UNPROCESSABLE_CONTENT);
                    assertThat(refusal.violations().stream()
                                    .map(Violation::field)
                                    .distinct())
                            .containsExactlyInAnyOrder("name", "description", "price", "inventory");
                });
        assertThat(shop.products().list(List.of(), 1, 1).total()).isZero();
    }

    @Test
    void needTheTokenWhereOneIsSet(@TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of("product.admin_token", "boss"));
        ProductApi products = shop.products();
        NewProduct loom = product("Loom", "1", 1);
        assertThatThrownBy(() -> products.add(loom, NOBODY)).isInstanceOf(UnauthenticatedException.class);
        assertThatThrownBy(() -> products.change(1, loom, NOBODY)).isInstanceOf(UnauthenticatedException.class);
        assertThatThrownBy(() -> products.remove(1, NOBODY)).isInstanceOf(UnauthenticatedException.class);
        Product added = products.add(loom, Optional.of("Bearer boss"));
        assertThat(products.product(added.id())).contains(added);
    }
}
