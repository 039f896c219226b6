package io.heddle.seckill.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.kit.boot.RunningService;
import io.heddle.seckill.activity.ActivityApi.Activity;
import io.heddle.seckill.activity.ActivityApi.Detail;
import io.heddle.seckill.activity.ActivityApi.NewActivity;
import io.heddle.seckill.activity.ActivityApi.State;
import io.heddle.seckill.activity.Raw.Reply;
import io.heddle.seckill.activity.claim.ClaimApi.Asking;
import io.heddle.seckill.admin.UnauthenticatedException;
import io.heddle.seckill.sale.TermsException;
import io.heddle.testkit.server.Schema;
import io.heddle.testkit.system.HeddleTest;
import io.heddle.testkit.system.OnMariaDb;
import io.heddle.testkit.system.TestSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sales are put up and changed over real HTTP.
@HeddleTest
final class ActivityTest {
    private static final Optional<String> NOBODY = Optional.empty();

    @Test
    void takesWhatAShellSends(@TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        String products = shop.product(Map.of()).url();
        String activities = shop.activity(Map.of()).url();
        try (Raw product = new Raw(products);
                Raw activity = new Raw(activities)) {
            Reply loom = product.post(
                    "/products",
                    "{\"name\":\"Loom\",\"description\":\"d\",\"price\":19.9,\"inventory\":5}",
                    "Content-Type",
                    "application/json");
            assertThat(loom.response().body()).contains("\"price\":19.90");
            long id = loom.data().path("id").asLong();
            Reply sale = activity.post(
                    "/activities",
                    "{\"name\":\"S\",\"product\":" + id + ",\"stock\":5,\"start_time\":\"2026-01-01T01:00:00+01:00\","
                            + "\"end_time\":\"2027-01-01T00:00:00Z\",\"hold\":\"90s\"}");
            assertThat(sale.data().path("id").asLong()).isPositive();
            assertThat(sale.data().path("start_time").asString()).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(sale.data().path("hold").asString()).isEqualTo("PT1M30S");
            Reply listed = activity.get("/activities?page=1&limit=5");
            assertThat(listed.data().path(0)).isEqualTo(sale.data());
            Reply detail = activity.get("/activities/" + sale.data().path("id").asLong());
            assertThat(detail.data().path("product").path("name").asString()).isEqualTo("Loom");
            assertThat(detail.data().path("product_id").asLong()).isEqualTo(id);
            for (String price : List.of("-1", "1.234", "\"x\"", "true", "1e30", "null")) {
                Reply wrong = product.post("/products", "{\"name\":\"x\",\"price\":" + price + ",\"inventory\":1}");
                assertThat(wrong.status()).as(price).isIn(400, 422);
                assertThat(wrong.field()).as(price).isEqualTo("price");
            }
        }
    }

    @Test
    void namesWhatIsWrongWithASale(@TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        shop.activity(Map.of());
        long loom = shop.loom().id();
        Instant now = Instant.now();
        Instant end = now.plusSeconds(60);
        assertRefused(shop, new NewActivity("x", 99, 1, now, end, Optional.empty()), "product");
        assertRefused(shop, new NewActivity("x", loom, 1_000_001, now, end, Optional.empty()), "stock");
        assertRefused(shop, new NewActivity("x", loom, 0, now, end, Optional.empty()), "stock");
        assertRefused(shop, new NewActivity("x", loom, 1, now, now, Optional.empty()), "end_time");
        assertRefused(shop, new NewActivity("x", loom, 1, now, now.minusSeconds(1), Optional.empty()), "end_time");
        assertRefused(shop, new NewActivity("x", loom, 1, Instant.EPOCH, end, Optional.empty()), "start_time");
        assertRefused(shop, new NewActivity("x", loom, 1, now, Instant.MAX, Optional.empty()), "end_time");
        assertRefused(shop, new NewActivity("x", loom, 1, now, end, Optional.of("soon")), "hold");
        assertRefused(shop, new NewActivity("x", loom, 1, now, end, Optional.of("31d")), "hold");
        assertRefused(shop, new NewActivity(" ", loom, 1, now, end, Optional.empty()), "name");
        assertThat(shop.activities().list(1, 10).total()).isZero();
    }

    private static void assertRefused(Shop shop, NewActivity activity, String field) {
        assertThatThrownBy(() -> shop.activities().add(activity, NOBODY))
                .isInstanceOfSatisfying(ServiceException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(Status.UNPROCESSABLE_CONTENT);
                    assertThat(refusal.violations().stream().map(Violation::field))
                            .containsExactly(field);
                });
    }

    @Test
    void changesWhatMayChange(@TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        shop.activity(Map.of());
        ActivityApi activities = shop.activities();
        NewActivity usual = Shop.draft(shop.loom().id(), 3);
        NewActivity first = new NewActivity(
                usual.name(), usual.product(), 3, usual.startTime(), usual.endTime(), Optional.of("77s"));
        Activity sale = activities.add(first, NOBODY);
        long id = sale.id();
        shop.claims().claim(id, new Asking("1"), NOBODY);
        shop.claims().claim(id, new Asking("2"), NOBODY);

        Instant end = sale.endTime().plusSeconds(60);
        NewActivity less = new NewActivity("Fewer", sale.product(), 2, sale.startTime(), end, NOBODY);
        Activity changed = activities.change(id, less, NOBODY);
        assertThat(changed.name()).isEqualTo("Fewer");
        assertThat(changed.endTime()).isEqualTo(end);
        assertThat(changed.hold()).isEqualTo(Duration.ofSeconds(77));
        Detail detail = activities.activity(id).orElseThrow();
        assertThat(detail.state()).isEqualTo(State.SOLD_OUT);
        assertThat(detail.stock()).isEqualTo(2);
        assertThatThrownBy(() -> activities.change(id, Shop.draft(sale.product(), 1), NOBODY))
                .isInstanceOf(TermsException.class);
        assertThatThrownBy(() -> activities.change(id, Shop.draft(shop.loom().id(), 3), NOBODY))
                .hasMessageContaining("the product of an activity stays");
        assertThatThrownBy(() -> activities.remove(id, NOBODY)).isInstanceOf(TermsException.class);
        assertThat(activities.activity(id)).isPresent();

        long other = shop.sale(1).id();
        activities.remove(other, NOBODY);
        assertThat(activities.activity(other)).isEmpty();
        assertThatThrownBy(() -> activities.remove(other, NOBODY)).hasMessageContaining("there is no activity");
        assertThat(shop.sale(1).id()).isGreaterThan(other);
    }

    @Test
    void aSaleIsToldWithoutItsProductWhenThatIsAway(@TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        RunningService product = shop.product(Map.of());
        shop.activity(Map.of());
        Activity sale = shop.sale(1);
        product.close();

        Detail detail = shop.activities().activity(sale.id()).orElseThrow();

        assertThat(detail.product()).isEmpty();
        assertThat(detail.productId()).isEqualTo(sale.product());
        assertThat(detail.available()).isEqualTo(1);
    }

    @Test
    void editsNeedTheTokenWhereOneIsSet(@TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of("product.admin_token", "p"));
        shop.activity(Map.of("sale.admin_token", "a"));
        assertThatThrownBy(shop::loom).isInstanceOf(UnauthenticatedException.class);
        ActivityApi activities = shop.activities();
        NewActivity draft = Shop.draft(1, 1);
        for (Optional<String> wrong : List.of(NOBODY, Optional.of("Bearer b"), Optional.of("a"), Optional.of(""))) {
            assertThatThrownBy(() -> activities.add(draft, wrong)).isInstanceOf(UnauthenticatedException.class);
            assertThatThrownBy(() -> activities.change(1, draft, wrong)).isInstanceOf(UnauthenticatedException.class);
            assertThatThrownBy(() -> activities.open(1, wrong)).isInstanceOf(UnauthenticatedException.class);
            assertThatThrownBy(() -> activities.close(1, wrong)).isInstanceOf(UnauthenticatedException.class);
            assertThatThrownBy(() -> activities.remove(1, wrong)).isInstanceOf(UnauthenticatedException.class);
        }
        assertThatThrownBy(() -> activities.add(draft, Optional.of("bearer  a ")))
                .hasMessageContaining("product");
        assertThat(activities.list(1, 1).total()).isZero();
    }

    @Test
    void theEngineAndTheTableComeTogetherAtTheStart(@TempDir Path folder, TestSystem system, @OnMariaDb Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        RunningService first = shop.activity(Map.of());
        Activity sale = shop.sale(5);
        shop.claims().claim(sale.id(), new Asking("1"), NOBODY);
        first.close();
        Tampering.with(schema).sql("update activity set stock = 9, opened = false where id = " + sale.id());
        Tampering.with(schema)
                .sql("insert into activity (name, product, stock, start_time, end_time, hold_ms, opened, leaving)"
                        + " select 'only in the table', product, 4, start_time, end_time, hold_ms, true, false"
                        + " from activity where id = " + sale.id());
        Tampering.with(schema)
                .sql("insert into activity (name, product, stock, start_time, end_time, hold_ms, opened, leaving)"
                        + " select 'half removed', product, 4, start_time, end_time, hold_ms, true, true"
                        + " from activity where id = " + sale.id());

        shop.activity(Map.of());

        List<Activity> all = shop.activities().list(1, 10).items();
        assertThat(all.stream().map(Activity::name)).containsExactly("only in the table", "Looms");
        assertThat(all.getLast().stock()).isEqualTo(5);
        assertThat(all.getLast().open()).isTrue();
        assertThat(shop.claims().standing(all.getFirst().id(), "1").won()).isFalse();
        assertThat(shop.claims().standing(sale.id(), "1").won()).isTrue();
    }

    @Test
    void aDatabaseThatWasLostGivesNoNumberTwice(@TempDir Path folder, TestSystem system, @OnMariaDb Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        RunningService first = shop.activity(Map.of());
        Activity sale = shop.sale(5);
        shop.claims().claim(sale.id(), new Asking("1"), NOBODY);
        first.close();
        Tampering.with(schema).sql("truncate table activity");

        shop.activity(Map.of());

        Activity next = shop.sale(2);
        assertThat(next.id()).isEqualTo(sale.id() + 1);
        assertThat(shop.claims().claim(next.id(), new Asking("1"), NOBODY).position())
                .contains(1L);
    }

    @Test
    void numbersThatTheEngineHasGivenForGoodArePassedOver(
            @TempDir Path folder, TestSystem system, @OnMariaDb Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        RunningService first = shop.activity(Map.of());
        Activity sale = shop.sale(5);
        shop.sale(5);
        Activity gone = shop.sale(5);
        shop.claims().claim(sale.id(), new Asking("1"), NOBODY);
        shop.activities().remove(gone.id(), NOBODY);
        first.close();
        Tampering.with(schema).sql("truncate table activity");

        shop.activity(Map.of());

        for (int i = 1; i <= 5; i++) {
            Activity next = shop.sale(2);
            assertThat(next.id()).isEqualTo(gone.id() + i);
            assertThat(shop.claims().claim(next.id(), new Asking("1"), NOBODY).position())
                    .contains(1L);
        }
        assertThat(shop.activities().list(1, 10).total()).isEqualTo(5);
    }

    @Test
    void anOldCopyOfTheTableBringsNoSaleBackThatWasTakenAway(
            @TempDir Path folder, TestSystem system, @OnMariaDb Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        RunningService first = shop.activity(Map.of());
        Activity kept = shop.sale(5);
        Activity gone = shop.sale(5);
        Tampering.with(schema).sql("create table copy as select * from activity");
        shop.activities().remove(gone.id(), NOBODY);
        first.close();
        Tampering.with(schema).sql("insert into activity select * from copy where id = " + gone.id());

        shop.activity(Map.of());

        assertThat(shop.activities().list(1, 10).items())
                .extracting(Activity::id)
                .containsExactly(kept.id());
    }

    @Test
    void makesADemoSaleOnceItsProductsAreThere(@TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.activity(Map.of("sale.demo", "true"));
        shop.product(Map.of());

        Soon.soon(() -> assertThat(shop.activities().list(1, 10).items()).hasSize(1));

        Detail demo = shop.activities().activity(1).orElseThrow();
        assertThat(demo.state()).isEqualTo(State.RUNNING);
        assertThat(demo.available()).isEqualTo(100);
        assertThat(Duration.between(demo.startTime(), demo.endTime())).isEqualTo(Duration.ofDays(30));
    }
}
