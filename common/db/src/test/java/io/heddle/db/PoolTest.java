package io.heddle.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.Reason;
import io.heddle.db.pool.PoolSettings;
import io.heddle.kit.task.Deadline;
import io.heddle.kit.task.Fanout;
import io.heddle.kit.task.Fanout.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class PoolTest {
    private static final PoolSettings TWO = PoolSettings.standard().size(2);

    private final Engine engine;

    PoolTest(Engine engine) {
        this.engine = engine;
    }

    /// Runs work while all connections are in use.
    private static void whileBusy(Shop shop, Runnable work) {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(2);
        List<Thread> holders = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            holders.add(Thread.ofVirtual().start(() -> hold(shop, busy, done)));
        }
        try {
            Awaitility.await().until(() -> busy.getCount() == 0);
            work.run();
        } finally {
            done.countDown();
            Awaitility.await().until(() -> holders.stream().noneMatch(Thread::isAlive));
        }
    }

    private static void hold(Shop shop, CountDownLatch busy, CountDownLatch done) {
        shop.db().transaction(_ -> {
            busy.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return busy;
        });
    }

    private static DatabaseException failureOf(Runnable work) {
        var thrown = new AtomicReference<DatabaseException>();
        assertThatThrownBy(work::run).isInstanceOfSatisfying(DatabaseException.class, thrown::set);
        return thrown.get();
    }

    @Test
    void whoFindsAllConnectionsInUseIsToldWithinASecond() {
        try (Shop shop = Shop.open(engine.shop().pool(TWO))) {
            whileBusy(shop, () -> {
                long begun = System.nanoTime();
                DatabaseException failure = failureOf(shop::products);
                Duration waited = Duration.ofNanos(System.nanoTime() - begun);
                assertThat(failure.reason()).isEqualTo(Reason.POOL_EXHAUSTED);
                assertThat(failure.status().code()).isEqualTo(503);
                assertThat(failure.code()).isEqualTo("database_busy");
                assertThat(waited).isBetween(Duration.ofMillis(990), Duration.ofMillis(2000));
            });
            assertThat(shop.products()).isZero();
        }
    }

    @Test
    void manyWhoWaitAreAllToldWithinASecond() {
        try (Shop shop = Shop.open(engine.shop().pool(TWO))) {
            whileBusy(shop, () -> {
                long begun = System.nanoTime();
                Callable<Long> read = shop::products;
                List<Outcome<Long>> all =
                        Fanout.each(Deadline.in(Duration.ofSeconds(20)), Collections.nCopies(2000, read));
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
                assertThat(all)
                        .allSatisfy(outcome -> assertThat(outcome)
                                .isInstanceOfSatisfying(
                                        Outcome.Failed.class,
                                        failed -> assertThat(failed.cause()).isInstanceOf(DatabaseException.class)));
            });
            assertThat(shop.products()).isZero();
            assertThat(shop.db().active()).isZero();
        }
    }

    @Test
    void whereEnoughWaitTheNextIsToldAtOnce() {
        try (Shop shop = Shop.open(engine.shop().pool(TWO.waiting(0)))) {
            whileBusy(shop, () -> {
                long begun = System.nanoTime();
                assertThat(failureOf(shop::products).reason()).isEqualTo(Reason.POOL_EXHAUSTED);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(900));
            });
        }
    }

    @Test
    void nobodyWaitsBeyondItsDeadline() {
        try (Shop shop = Shop.open(engine.shop().pool(TWO))) {
            whileBusy(shop, () -> {
                long begun = System.nanoTime();
                Deadline soon = Deadline.in(Duration.ofMillis(50));
                assertThat(failureOf(() -> soon.call(shop::products)).reason()).isEqualTo(Reason.POOL_EXHAUSTED);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(900));
            });
        }
    }

    @Test
    void anInterruptedWaitEnds() {
        try (Shop shop = Shop.open(engine.shop().pool(TWO))) {
            whileBusy(shop, () -> {
                Thread.currentThread().interrupt();
                assertThat(failureOf(shop::products).reason()).isEqualTo(Reason.INTERRUPTED);
                assertThat(Thread.interrupted()).isTrue();
            });
        }
    }

    @Test
    void connectionsAreUsedAgainAndSeen() {
        try (Shop shop = Shop.open(engine.shop().pool(TWO))) {
            whileBusy(shop, () -> {
                assertThat(shop.db().active()).isEqualTo(2);
                assertThat(shop.metrics().scrape()).contains("db_pool_active{pool=\"primary\"} 2");
            });
            Callable<Long> read = shop::products;
            List<Long> all = Fanout.all(Deadline.in(Duration.ofSeconds(20)), Collections.nCopies(500, read));
            assertThat(all).hasSize(500).containsOnly(0L);
            assertThat(shop.metrics().scrape()).contains("db_pool_active{pool=\"primary\"} 0");
        }
    }
}
