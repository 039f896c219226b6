package io.heddle.seckill.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.seckill.check.Evidence;
import io.heddle.seckill.check.History;
import io.heddle.seckill.check.Verdict;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import io.heddle.testkit.clock.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A stock to test, with a clock that can be turned and a place of its own for each test.
public abstract class StockStage {
    /// When the clock of each test begins: an hour into the window of {@link #SALE}.
    protected static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    /// The sale of most tests.
    protected static final long SALE = 42;
    /// How long a unit is held.
    protected static final Duration HOLD = Duration.ofMinutes(15);

    static final Instant START = NOW.minus(Duration.ofHours(1));
    static final Instant END = NOW.plus(Duration.ofHours(1));
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final Duration PAUSE = Duration.ofMillis(5);

    /// The clock that the engine goes by.
    protected final TurnedClock clock = TurnedClock.at(NOW);
    /// The engine under test.
    protected Stock stock;

    /// Opens the engine on the place of this test: empty at first, later with what was there when it was closed.
    protected abstract Stock open(InstantSource clock);

    @BeforeEach
    protected void opensTheStock() {
        stock = open(clock);
    }

    @AfterEach
    final void closesTheStock() {
        stock.close();
        release();
    }

    /// Lets go of what {@link #open} needed beside the stock; called after the stock was closed.
    protected void release() {}

    void assertSettled(long position, Standing how, Standing after) {
        assertThat(stock.settle(order(position), how))
                .hasValueSatisfying(order -> assertThat(order.standing()).isEqualTo(after));
    }

    List<Event> events() {
        return stock.events(SALE, 0, 100_000);
    }

    void assertRight() {
        assertThat(History.judge(List.of(), Evidence.of(SALE, events())).violations())
                .filteredOn(each -> each.rule() != Verdict.Rule.CAUSE)
                .isEmpty();
    }

    void assertRight(History history, Map<UserId, Claim> looks) {
        Verdict verdict = history.judge(Evidence.of(SALE, events()).looks(looks));
        assertThat(verdict.violations()).isEmpty();
    }

    void win(long user) {
        assertThat(stock.claim(SALE, user(user))).isInstanceOf(Claim.Won.class);
    }

    /// Terms of {@link #SALE} that hold now.
    protected static Terms terms(int units) {
        return new Terms(SALE, units, START, END, HOLD, true);
    }

    /// A user.
    protected static UserId user(long number) {
        return UserId.of(number);
    }

    /// An order of {@link #SALE}.
    protected static OrderId order(long position) {
        return new OrderId(SALE, position);
    }

    /// Asks again until it holds.
    protected static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
