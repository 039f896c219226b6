package io.heddle.seckill.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.boot.RunningService;
import io.heddle.seckill.activity.ActivityApi.Activity;
import io.heddle.seckill.activity.ActivityApi.NewActivity;
import io.heddle.seckill.activity.Raw;
import io.heddle.seckill.activity.SaleApi.Settling;
import io.heddle.seckill.activity.SaleApi.Wish;
import io.heddle.seckill.activity.Shop;
import io.heddle.seckill.activity.Soon;
import io.heddle.seckill.activity.Tampering;
import io.heddle.seckill.activity.claim.ClaimApi.Asking;
import io.heddle.seckill.admin.UnauthenticatedException;
import io.heddle.seckill.order.OrderApi.Filter;
import io.heddle.seckill.order.OrderApi.OrderView;
import io.heddle.seckill.order.audit.Finding;
import io.heddle.seckill.sale.Standing;
import io.heddle.testkit.server.Schema;
import io.heddle.testkit.system.HeddleTest;
import io.heddle.testkit.system.OnMariaDb;
import io.heddle.testkit.system.TestSystem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Orders follow their sales over real HTTP.
@HeddleTest
final class OrderTest {
    private static final Optional<String> NOBODY = Optional.empty();
    private static final Map<String, String> RECONCILING = Map.of("orders.reconcile", "100ms");

    private static Shop open(TestSystem system, Schema schema, Path folder) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        shop.activity(Map.of());
        return shop;
    }

    private static String win(Shop shop, Activity sale, String user) {
        return shop.claims()
                .claim(sale.id(), new Asking(user), NOBODY)
                .orderId()
                .orElseThrow();
    }

    @Test
    void anOrderThatIsNotPaidForInTimeComesBackAndSaysSo(@TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = open(system, schema, folder);
        shop.order(Map.of());
        Instant now = Instant.now();
        Activity sale = shop.activities()
                .add(
                        new NewActivity(
                                "Short",
                                shop.loom().id(),
                                1,
                                now.minusSeconds(9),
                                now.plusSeconds(999),
                                Optional.of("1s")),
                        NOBODY);
        String order = win(shop, sale, "Ada");

        Soon.soon(() ->
                assertThat(shop.orders().order(order).map(OrderView::standing)).contains(Standing.EXPIRED));

        assertThatThrownBy(() -> shop.orders().pay(order)).isInstanceOf(OrderExpiredException.class);
        assertThatThrownBy(() -> shop.orders().cancel(order)).isInstanceOf(OrderExpiredException.class);
        assertThat(win(shop, sale, "Bob")).isEqualTo(sale.id() + "-000002");
    }

    @Test
    void whatIsNoOrderIsNotFound(@TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = open(system, schema, folder);
        shop.order(Map.of());
        for (String none : new String[] {"x", "1-1", "1-000001", "9-000001", "1-000000", "0-000001", "1-0000001"}) {
            assertThat(shop.orders().order(none)).isEmpty();
            assertThat(shop.orders().pay(none)).isEmpty();
            assertThat(shop.orders().cancel(none)).isEmpty();
        }
        assertThat(shop.orders()
                        .list(new Filter(NOBODY, Optional.empty()), 1, 20)
                        .total())
                .isZero();
    }

    @Test
    void listsTheLatestFirstAndByUserAndSale(@TempDir Path folder, TestSystem system, @OnMariaDb Schema schema) {
        Shop shop = open(system, schema, folder);
        shop.order(Map.of());
        Activity one = shop.sale(5);
        Activity two = shop.sale(5);
        String first = win(shop, one, "Ada");
        String second = win(shop, one, "Bob");
        String third = win(shop, two, "Ada");
        OrderApi orders = shop.orders();
        Filter all = new Filter(NOBODY, Optional.empty());
        Soon.soon(() -> assertThat(orders.list(all, 1, 20).items())
                .extracting(OrderView::orderId)
                .containsExactly(third, second, first));
        assertThat(orders.list(all, 2, 2).items())
                .extracting(OrderView::orderId)
                .containsExactly(first);
        assertThat(orders.list(new Filter(Optional.of("Ada"), Optional.empty()), 1, 20)
                        .items())
                .extracting(OrderView::orderId)
                .containsExactly(third, first);
        assertThat(orders.list(new Filter(Optional.of("ada"), Optional.of(one.id())), 1, 20)
                        .items())
                .isEmpty();
        assertThat(orders.list(new Filter(NOBODY, Optional.of(one.id())), 1, 20).total())
                .isEqualTo(2);
        for (String nobody : List.of("Ada ", "\u00fc", "")) {
            assertThatThrownBy(() -> orders.list(new Filter(Optional.of(nobody), Optional.empty()), 1, 20))
                    .hasMessageContaining("user_id");
        }
    }

    @Test
    void reconciliationTellsEveryRowThatDiffers(@TempDir Path folder, TestSystem system, @OnMariaDb Schema schema) {
        Shop shop = open(system, schema, folder);
        shop.order(RECONCILING);
        Activity sale = shop.sale(5);
        for (int user = 1; user <= 4; user++) {
            win(shop, sale, "user-" + user);
        }
        Soon.soon(() -> assertThat(finding(shop).orders()).isEqualTo(4));
        assertThat(finding(shop).agreed()).isTrue();
        Tampering database = Tampering.with(schema);
        database.sql("update orders set user_id = 'eve' where place = 1");
        database.sql("update orders set standing = 'PAID' where place = 2");
        database.sql("delete from orders where place = 3");
        database.sql("insert into orders values (" + sale.id() + ", 'ghost', 'x-1', 99, 'HELD', now(), now(), null)");

        Soon.soon(() -> assertThat(finding(shop).differences()).isEqualTo(4));

        assertThat(finding(shop).agreed()).isFalse();
        assertThat(finding(shop).examples()).hasSize(4).anyMatch(line -> line.contains("ghost"));
    }

    private static Finding finding(Shop shop) {
        return shop.orders().reconciliation().orElseThrow();
    }

    @Test
    void aRowThatSomebodyElseWroteIsAnAlarmAndNotWrittenOver(
            @TempDir Path folder, TestSystem system, @OnMariaDb Schema schema) {
        Shop shop = open(system, schema, folder);
        RunningService order = shop.order(Map.of());
        Activity sale = shop.sale(5);
        Activity other = shop.sale(5);
        Tampering database = Tampering.with(schema);
        database.sql("insert into orders values (" + sale.id() + ", 'ghost', '" + sale.id()
                + "-000001', 1, 'HELD', now(), now(), null)");
        win(shop, sale, "Ada");
        String unharmed = win(shop, other, "Ada");

        try (Raw raw = new Raw(order.url())) {
            Soon.soon(() -> assertThat(raw.get("/observe/health")
                            .body()
                            .path("orders")
                            .path("alarms")
                            .path(Long.toString(sale.id()))
                            .asString())
                    .contains("ghost"));
            Soon.soon(() -> assertThat(shop.orders().order(unharmed)).isPresent());
            assertThat(database.number("select count(*) from orders where user_id = 'ghost'"))
                    .isOne();
            database.sql("delete from orders where user_id = 'ghost'");
            Soon.soon(
                    () -> assertThat(shop.orders().order(sale.id() + "-000001")).isPresent());
            Soon.soon(() -> assertThat(
                            raw.get("/observe/health").body().path("orders").path("alarms"))
                    .isEmpty());
        }
    }

    @Test
    void theServiceOrderShowsTheTokenWhereOneIsSet(@TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        shop.activity(Map.of("sale.admin_token", "boss"));
        shop.order(Map.of("orders.activity_token", "boss"));
        Activity sale = shop.activities().add(Shop.draft(shop.loom().id(), 1), Optional.of("Bearer boss"));
        String order = win(shop, sale, "Ada");

        assertThat(shop.orders().pay(order).orElseThrow().settled()).isPresent();

        assertThatThrownBy(() -> shop.sales().settle(sale.id(), 1, new Settling(Wish.PAID), NOBODY))
                .isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void aTokenThatTheSalesDoNotTakeIsNoFaultOfWhoeverPaysAndShowsInTheLag(
            @TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        shop.activity(Map.of("sale.admin_token", "boss"));
        RunningService orders = shop.order(Map.of("orders.activity_token", "another"));
        Activity sale = shop.activities().add(Shop.draft(shop.loom().id(), 3), Optional.of("Bearer boss"));
        for (String user : List.of("Ada", "Bob", "Cid")) {
            win(shop, sale, user);
        }

        try (Raw raw = new Raw(orders.url())) {
            Raw.Reply refused = raw.post("/orders/" + sale.id() + "-000001/pay", "");
            assertThat(refused.status()).isEqualTo(503);
            win(shop, shop.activities().add(Shop.draft(shop.loom().id(), 3), Optional.of("Bearer boss")), "Ada");
            Soon.soon(() -> assertThat(raw.get("/observe/health")
                            .body()
                            .path("orders")
                            .path("lag")
                            .asLong())
                    .isPositive());
        }
    }
}
