package io.heddle.seckill.journalled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.heddle.seckill.journal.FolderInUseException;
import io.heddle.seckill.journal.JournalKind;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Tally;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.TermsException;
import io.heddle.seckill.sale.UserId;
import io.heddle.testkit.clock.TurnedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalledStockTest {
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final Terms TERMS =
            new Terms(42, 2, START, START.plus(Duration.ofHours(1)), Duration.ofMinutes(15), true);

    @TempDir
    Path folder;

    private final TurnedClock clock = TurnedClock.at(START);

    private JournalledStock open(JournalKind kind) {
        return JournalledStock.open(JournalSettings.of(kind), folder, clock, failure -> {
            throw new AssertionError(failure);
        });
    }

    private static UserId user(int number) {
        return UserId.of(number);
    }

    @ParameterizedTest
    @EnumSource
    void sellsEachUnitOnceAndTellsAWinnerTheSameOrderAgain(JournalKind kind) {
        try (JournalledStock stock = open(kind)) {
            assertThat(stock.claim(42, user(1))).isEqualTo(new Claim.NoActivity());
            stock.put(TERMS);
            Instant payBy = START.plus(TERMS.hold());
            assertThat(stock.claim(42, user(1))).isEqualTo(new Claim.Won(new OrderId(42, 1), payBy, 2));
            assertThat(stock.claim(42, user(1)))
                    .isEqualTo(new Claim.AlreadyWon(new OrderId(42, 1), payBy, Standing.HELD, 2));
            assertThat(stock.standing(42, user(2))).isEqualTo(new Claim.None(2));
            assertThat(stock.claim(42, user(2))).isEqualTo(new Claim.Won(new OrderId(42, 2), payBy, 3));
            assertThat(stock.claim(42, user(3))).isEqualTo(new Claim.SoldOut(false, 3));
            assertThat(stock.tally(42)).contains(new Tally(TERMS, 2, 0, 0, 3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsAfterARestartWhatItHasToldBefore(JournalKind kind) {
        List<Event> events;
        Order paid;
        try (JournalledStock stock = open(kind)) {
            stock.put(TERMS);
            stock.claim(42, user(1));
            stock.claim(42, new UserId("somebody-else"));
            paid = stock.settle(new OrderId(42, 1), Standing.PAID).orElseThrow();
            stock.settle(new OrderId(42, 2), Standing.CANCELLED);
            events = stock.events(42, 0, 100);
        }
        try (JournalledStock stock = open(kind)) {
            assertThat(stock.events(42, 0, 100)).isEqualTo(events).hasSize(5);
            assertThat(stock.events(42, 3, 1)).isEqualTo(events.subList(3, 4));
            assertThat(stock.order(paid.id()).orElseThrow().standing()).isEqualTo(Standing.PAID);
            assertThat(stock.claim(42, new UserId("somebody-else")))
                    .isEqualTo(new Claim.Released(new OrderId(42, 2), Standing.CANCELLED, 5));
            assertThat(stock.tally(42)).contains(new Tally(TERMS, 0, 1, 1, 5));
            assertThat(stock.claim(42, user(3))).isInstanceOf(Claim.Won.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sellsAgainWhatIsNotPaidForInTime(JournalKind kind) {
        try (JournalledStock stock = open(kind)) {
            stock.put(TERMS.units(1));
            stock.claim(42, user(1));
            assertThat(stock.claim(42, user(2))).isInstanceOf(Claim.SoldOut.class);
            clock.turn(TERMS.hold());
            await().untilAsserted(() -> assertThat(stock.claim(42, user(2))).isInstanceOf(Claim.Won.class));
            assertThat(stock.settle(new OrderId(42, 1), Standing.PAID)
                            .orElseThrow()
                            .standing())
                    .isEqualTo(Standing.EXPIRED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesTermsOnlyWithinWhatIsSold(JournalKind kind) {
        try (JournalledStock stock = open(kind)) {
            stock.put(TERMS);
            stock.put(TERMS);
            stock.claim(42, user(1));
            stock.claim(42, user(2));
            assertThatThrownBy(() -> stock.put(TERMS.units(1))).isInstanceOf(TermsException.class);
            assertThatThrownBy(() -> stock.remove(42)).isInstanceOf(TermsException.class);
            stock.put(TERMS.units(3));
            assertThat(stock.sales()).containsExactly(TERMS.units(3));
            assertThat(stock.claim(42, user(3))).isInstanceOf(Claim.Won.class);
            assertThat(stock.remove(43)).isFalse();
            stock.put(new Terms(43, 1, TERMS.start(), TERMS.end(), TERMS.hold(), true));
            assertThat(stock.remove(43)).isTrue();
            assertThat(stock.claim(43, user(1))).isEqualTo(new Claim.NoActivity());
            assertThatThrownBy(() -> stock.put(new Terms(43, 1, TERMS.start(), TERMS.end(), TERMS.hold(), true)))
                    .isInstanceOf(TermsException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondStockOnTheSameFolderIsRefused(JournalKind kind) {
        try (JournalledStock stock = open(kind)) {
            stock.put(TERMS);
            assertThatThrownBy(() -> open(kind)).isInstanceOf(FolderInUseException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sellsExactlyWhatThereIsToManyAtOnce(JournalKind kind) throws InterruptedException {
        try (JournalledStock stock = open(kind)) {
            stock.put(TERMS.units(100));
            Set<OrderId> orders = ConcurrentHashMap.newKeySet();
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> threads = IntStream.range(0, 2000)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> {
                        pass(go);
                        if (stock.claim(42, user(1 + i / 2)) instanceof Claim.Won won) {
                            orders.add(won.order());
                        }
                    }))
                    .toList();
            go.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(orders).hasSize(100);
            assertThat(stock.tally(42).orElseThrow().available()).isZero();
            assertThat(stock.events(42, 0, 1000)).hasSize(101);
            assertThat(stock.pulse().decisions()).isGreaterThanOrEqualTo(2000);
            assertThat(stock.pulse().syncs()).isBetween(1L, 101L);
        }
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
