package io.heddle.seckill.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.boot.RunningService;
import io.heddle.seckill.activity.ActivityApi.Activity;
import io.heddle.seckill.activity.claim.ClaimApi.Answer;
import io.heddle.seckill.activity.claim.ClaimApi.Asking;
import io.heddle.seckill.activity.mark.OrdersAheadException;
import io.heddle.seckill.order.OrderApi.Filter;
import io.heddle.seckill.order.OrderApi.OrderView;
import io.heddle.seckill.order.audit.Finding;
import io.heddle.seckill.sale.Standing;
import io.heddle.testkit.server.MariaDb;
import io.heddle.testkit.server.Schema;
import io.heddle.testkit.server.TestServer;
import io.heddle.testkit.system.HeddleTest;
import io.heddle.testkit.system.OnMariaDb;
import io.heddle.testkit.system.TestSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Databases and services that go away in a sale.
@HeddleTest
final class AwayTest {
    private static final Map<String, String> NO_WAITING =
            Map.of("database.pool.connect", "300ms", "database.pool.patience", "300ms");
    private static final Map<String, String> RECONCILING =
            Map.of("database.pool.connect", "300ms", "database.pool.patience", "300ms", "orders.reconcile", "200ms");

    @Test
    void claimsGoOnWithoutTheDatabaseAndEachOrderArrivesOnce(@TempDir Path folder, TestSystem system) {
        try (MariaDb mariadb = MariaDb.start()) {
            Schema schema = mariadb.schema();
            Shop shop = Shop.on(system, schema, folder);
            shop.product(NO_WAITING);
            shop.activity(NO_WAITING);
            shop.order(RECONCILING);
            Activity sale = shop.sale(300);
            claim(shop, sale, 0, 100);
            mariadb.server().kill();
            claim(shop, sale, 100, 200);
            OrderView paid = shop.orders().pay(order(sale, 7)).orElseThrow();
            assertThat(paid.standing()).isEqualTo(Standing.PAID);
            assertUnavailable(() -> shop.activities().list(1, 1));
            assertUnavailable(() -> shop.orders().order(paid.orderId()));
            mariadb.server().restart();
            claim(shop, sale, 200, 400);

            Soon.soon(() -> assertThat(orders(shop, sale)).isEqualTo(300));
            Soon.soon(() -> assertThat(finding(shop).orders()).isEqualTo(300));
            assertThat(finding(shop).agreed()).isTrue();
            assertThat(shop.orders().order(paid.orderId()).orElseThrow().settled())
                    .isPresent();
            Soon.soon(() -> assertThat(shop.activities().list(1, 1).total()).isOne());
        }
    }

    private static String order(Activity sale, int position) {
        return sale.id() + "-00000" + position;
    }

    private static void claim(Shop shop, Activity sale, int from, int to) {
        for (int user = from; user < to; user++) {
            Answer answer = shop.claims().claim(sale.id(), new Asking("user-" + user), Optional.empty());
            assertThat(answer.won()).isEqualTo(user < sale.stock());
        }
    }

    private static void assertUnavailable(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(Status.UNAVAILABLE));
    }

    private static long orders(Shop shop, Activity sale) {
        return shop.orders()
                .list(new Filter(Optional.empty(), Optional.of(sale.id())), 1, 1)
                .total();
    }

    private static Finding finding(Shop shop) {
        return shop.orders().reconciliation().orElseThrow();
    }

    @Test
    void aSaleStartsWithoutItsDatabaseAndIsWholeWhenThatComes(@TempDir Path folder, TestSystem system) {
        try (MariaDb mariadb = MariaDb.start()) {
            Schema schema = mariadb.schema();
            Shop shop = Shop.on(system, schema, folder);
            shop.product(NO_WAITING);
            RunningService first = shop.activity(NO_WAITING);
            RunningService orders = shop.order(RECONCILING);
            Activity sale = shop.sale(3);
            claim(shop, sale, 0, 1);
            first.close();
            orders.close();
            mariadb.server().kill();

            RunningService second = shop.activity(NO_WAITING);
            shop.order(RECONCILING);
            claim(shop, sale, 0, 3);
            try (Raw raw = new Raw(second.url())) {
                assertUnavailable(() -> shop.activities().activity(sale.id()));
                assertThat(raw.get("/observe/health").body().path("tables").asString())
                        .isEqualTo("DOWN");
                assertThat(raw.get("/observe/ready").status()).isEqualTo(200);
                mariadb.server().restart();
                Soon.soon(() -> assertThat(shop.activities()
                                .activity(sale.id())
                                .orElseThrow()
                                .held())
                        .isEqualTo(3));
                Soon.soon(() -> assertThat(orders(shop, sale)).isEqualTo(3));
                assertThat(raw.get("/observe/health").body().path("tables").asString())
                        .isEqualTo("UP");
            }
        }
    }

    @Test
    void ordersGoOnWhereTheyWereWhenTheSalesComeBack(
            @TempDir Path folder, TestSystem system, @OnMariaDb Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        RunningService first = shop.activity(Map.of());
        shop.order(RECONCILING);
        Activity sale = shop.sale(100);
        claim(shop, sale, 0, 50);
        first.close();
        shop.activity(Map.of());
        claim(shop, sale, 50, 150);

        Soon.soon(() -> assertThat(orders(shop, sale)).isEqualTo(100));
        Soon.soon(() -> assertThat(finding(shop).orders()).isEqualTo(100));
        assertThat(finding(shop).agreed()).isTrue();
    }

    @Test
    void aStartWithAJournalThatIsOlderThanTheOrdersIsRefused(
            @TempDir Path folder, TestSystem system, @OnMariaDb Schema schema) throws IOException {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        RunningService first = shop.activity(Map.of());
        shop.order(Map.of());
        Activity sale = shop.sale(3);
        claim(shop, sale, 0, 3);
        Soon.soon(() -> assertThat(orders(shop, sale)).isEqualTo(3));
        Soon.soon(() -> assertThat(Tampering.with(schema).number("select max(event) from sale_applied"))
                .isEqualTo(4));
        first.close();
        delete(folder.resolve("sale"));

        assertThatThrownBy(() -> shop.activity(Map.of("registry.urls", "")))
                .isInstanceOf(OrdersAheadException.class)
                .hasMessageContaining("heddle seckill rebuild");
    }

    @Test
    void aSaleFreezesWhenTheOrdersTurnOutToBeAhead(@TempDir Path folder, TestSystem system, @OnMariaDb Schema schema)
            throws IOException {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        RunningService first = shop.activity(Map.of());
        shop.order(Map.of());
        Activity sale = shop.sale(3);
        claim(shop, sale, 0, 3);
        Soon.soon(() -> assertThat(orders(shop, sale)).isEqualTo(3));
        first.close();
        delete(folder.resolve("sale"));
        Tampering.with(schema).sql("delete from sale_applied");

        try (Raw raw = new Raw(shop.activity(Map.of()).url())) {
            Soon.soon(() -> assertThat(raw.get("/observe/ready").status()).isEqualTo(503));
            Raw.Reply frozen = raw.post("/activities/" + sale.id() + "/seckill", "{\"user_id\":1}");
            assertThat(frozen.status()).isEqualTo(503);
            assertThat(frozen.code()).isEqualTo("UNDECIDED");
            assertThat(raw.get("/observe/health").body().path("sale").asString())
                    .contains("put the right journal back");
        }
    }

    @Test
    void aSaleFreezesWhenItsRedisHasForgotten(@TempDir Path folder, TestSystem system, @OnMariaDb Schema schema)
            throws IOException {
        try (TestServer redis = TestServer.redis()) {
            Shop shop = Shop.on(system, schema, folder);
            shop.product(Map.of());
            RunningService running =
                    shop.activity(Map.of("sale.engine", "redis", "sale.redis.port", Integer.toString(redis.port())));
            shop.order(Map.of());
            Activity sale = shop.sale(3);
            claim(shop, sale, 0, 3);
            Soon.soon(() -> assertThat(orders(shop, sale)).isEqualTo(3));
            forgetAll(redis.port());

            try (Raw raw = new Raw(running.url())) {
                Soon.soon(() -> assertThat(raw.get("/observe/ready").status()).isEqualTo(503));
                assertThat(raw.post("/activities/" + sale.id() + "/seckill", "{\"user_id\":\"new\"}")
                                .status())
                        .isEqualTo(503);
            }
        }
    }

    private static void forgetAll(int port) throws IOException {
        try (Socket redis = new Socket(InetAddress.getLoopbackAddress(), port)) {
            redis.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(redis.getInputStream().readNBytes(5), StandardCharsets.US_ASCII))
                    .isEqualTo("+OK\r\n");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
