package io.heddle.seckill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.task.Deadline;
import io.heddle.kit.task.Fanout;
import io.heddle.seckill.activity.ActivityApi.Activity;
import io.heddle.seckill.activity.ActivityApi.Detail;
import io.heddle.seckill.activity.ActivityApi.State;
import io.heddle.seckill.activity.Shop;
import io.heddle.seckill.activity.Soon;
import io.heddle.seckill.activity.claim.ClaimApi;
import io.heddle.seckill.activity.claim.ClaimApi.Answer;
import io.heddle.seckill.activity.claim.ClaimApi.Asking;
import io.heddle.seckill.activity.claim.ClaimApi.Status;
import io.heddle.seckill.order.OrderApi.Filter;
import io.heddle.seckill.order.OrderApi.OrderView;
import io.heddle.seckill.order.OrderCancelledException;
import io.heddle.seckill.order.OrderPaidException;
import io.heddle.seckill.sale.Standing;
import io.heddle.testkit.server.Schema;
import io.heddle.testkit.system.HeddleTest;
import io.heddle.testkit.system.OnMariaDb;
import io.heddle.testkit.system.TestSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The three services together.
@HeddleTest
final class SeckillTest {
    private static final int UNITS = 10;
    private static final int USERS = 100 * UNITS;

    @Test
    void sellsOnH2(@TempDir Path folder, TestSystem system, Schema schema) {
        tellsAStory(Shop.on(system, schema, folder));
    }

    @Test
    void sellsOnMariaDb(@TempDir Path folder, TestSystem system, @OnMariaDb Schema schema) {
        tellsAStory(Shop.on(system, schema, folder));
    }

    private static void tellsAStory(Shop shop) {
        shop.product(Map.of());
        shop.activity(Map.of());
        shop.order(Map.of());
        Activity sale = shop.sale(2);

        assertThat(shop.claims().standing(sale.id(), "Bob").status()).isEqualTo(Status.NONE);
        Answer first = claim(shop, sale, "123");
        Answer second = claim(shop, sale, "Ada");

        assertThat(first.status()).isEqualTo(Status.WON);
        assertThat(first.orderId()).contains(sale.id() + "-000001");
        assertThat(second.position()).contains(2L);
        assertThat(claim(shop, sale, "123").status()).isEqualTo(Status.ALREADY_WON);
        assertThat(claim(shop, sale, "ada").status()).isEqualTo(Status.SOLD_OUT);

        OrderView paid = shop.orders().pay(first.orderId().orElseThrow()).orElseThrow();
        OrderView back = shop.orders().cancel(second.orderId().orElseThrow()).orElseThrow();
        assertThat(paid.standing()).isEqualTo(Standing.PAID);
        assertThat(shop.orders().order(paid.orderId())).contains(paid);
        assertThat(back.settled()).isPresent();
        assertThat(shop.orders().pay(paid.orderId())).contains(paid);
        assertThatThrownBy(() -> shop.orders().pay(back.orderId())).isInstanceOf(OrderCancelledException.class);
        assertThatThrownBy(() -> shop.orders().cancel(paid.orderId())).isInstanceOf(OrderPaidException.class);
        assertThat(shop.orders()
                        .list(new Filter(Optional.of("Ada"), Optional.of(sale.id())), 1, 20)
                        .items())
                .containsExactly(back);
        assertThat(shop.orders()
                        .list(new Filter(Optional.of("ada"), Optional.empty()), 1, 20)
                        .items())
                .isEmpty();

        Detail detail = shop.activities().activity(sale.id()).orElseThrow();
        assertThat(detail.product().orElseThrow().price()).isEqualTo("199.90");
        assertThat(detail.available()).isEqualTo(1);
        assertThat(detail.paid()).isEqualTo(1);
        assertThat(detail.released()).isEqualTo(1);
        assertThat(detail.state()).isEqualTo(State.RUNNING);
    }

    private static Answer claim(Shop shop, Activity sale, String user) {
        return shop.claims().claim(sale.id(), new Asking(user), Optional.empty());
    }

    /// A hundred users for each unit, each asking twice at once.
    @Test
    void sellsExactlyWhatThereIsAndTellsEachUserOneThing(
            @TempDir Path folder, TestSystem system, @OnMariaDb Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        shop.activity(Map.of());
        shop.order(Map.of("orders.reconcile", "200ms"));
        Activity sale = shop.sale(UNITS);
        ClaimApi claims = shop.claims();
        Map<String, List<Answer>> heard = new ConcurrentHashMap<>();

        List<Callable<List<Answer>>> asking = IntStream.range(0, 2 * USERS)
                .<Callable<List<Answer>>>mapToObj(i -> () -> heard.merge(
                        "user-" + i / 2,
                        List.of(claims.claim(sale.id(), new Asking("user-" + i / 2), Optional.empty())),
                        (one, other) -> List.of(one.getFirst(), other.getFirst())))
                .toList();
        Fanout.all(Deadline.in(Duration.ofSeconds(60)), asking);

        assertThat(heard).hasSize(USERS);
        heard.forEach((_, answers) -> {
            assertThat(answers).hasSize(2);
            assertThat(answers.getFirst().won()).isEqualTo(answers.getLast().won());
            assertThat(answers.getFirst().orderId()).isEqualTo(answers.getLast().orderId());
        });
        List<Answer> first = heard.values().stream()
                .flatMap(List::stream)
                .filter(answer -> answer.status() == Status.WON)
                .toList();
        assertThat(first.stream().map(answer -> answer.position().orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, UNITS).boxed().toList());
        Soon.soon(() -> assertThat(shop.orders().reconciliation().orElseThrow().orders())
                .isEqualTo(UNITS));
        assertThat(shop.orders().reconciliation().orElseThrow().agreed()).isTrue();
    }
}
