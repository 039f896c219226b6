package io.heddle.seckill.journalled;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.seckill.journal.JournalKind;
import io.heddle.seckill.journal.MemoryJournal;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import io.heddle.testkit.clock.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Terms TERMS = new Terms(42, 100, START, START.plus(HOUR), Duration.ofMinutes(15), true);

    private final MemoryJournal journal = new MemoryJournal();
    private final TurnedClock clock = TurnedClock.at(START.minusMillis(1));
    private JournalledStock stock = open();

    private JournalledStock open() {
        return JournalledStock.open(JournalSettings.of(JournalKind.MVSTORE), journal, clock, failure -> {});
    }

    @BeforeEach
    void putsTheSaleUp() {
        stock.put(TERMS);
    }

    @AfterEach
    void closes() {
        stock.close();
    }

    private Claim claim(int user) {
        return stock.claim(42, UserId.of(user));
    }

    @Test
    void theFirstMomentOfTheWindowSellsAndTheOneBeforeDoesNot() {
        assertThat(claim(1)).isEqualTo(new Claim.NotStarted(START, START.minusMillis(1), 1));
        clock.turn(Duration.ofMillis(1));
        assertThat(claim(1)).isInstanceOf(Claim.Won.class);
    }

    @Test
    void theLastMomentBeforeTheEndSellsAndTheEndDoesNot() {
        clock.turn(HOUR);
        assertThat(claim(1)).isInstanceOf(Claim.Won.class);
        clock.turn(Duration.ofMillis(1));
        assertThat(claim(2)).isEqualTo(new Claim.Ended(2));
        assertThat(claim(1)).isInstanceOf(Claim.AlreadyWon.class);
    }

    @Test
    void aClockThatIsSetBackDuringASaleNeitherStopsItNorLengthensIt() {
        clock.turn(HOUR.dividedBy(2));
        assertThat(claim(1)).isInstanceOf(Claim.Won.class);
        clock.turn(HOUR.negated());
        assertThat(claim(2)).isInstanceOf(Claim.Won.class);
        List<Event> events = stock.events(42, 0, 10);
        assertThat(events.get(2).at()).isEqualTo(events.get(1).at());
    }

    @Test
    void aSaleThatWasSaidToBeOverStaysOverWhenTheClockIsSetBack() {
        clock.turn(HOUR.multipliedBy(2));
        assertThat(claim(1)).isInstanceOf(Claim.Ended.class);
        clock.turn(HOUR.negated().minusMinutes(30));
        assertThat(claim(1)).isInstanceOf(Claim.Ended.class);
    }

    @Test
    void afterARestartTheClockOfASaleDoesNotGoBehindItsLastEvent() {
        clock.turn(HOUR.dividedBy(2));
        Claim.Won won = (Claim.Won) claim(1);
        stock.close();
        clock.turn(HOUR.negated());
        stock = open();
        assertThat(((Claim.AlreadyWon) claim(1)).payBy()).isEqualTo(won.payBy());
        assertThat(((Claim.Won) claim(2)).payBy()).isEqualTo(won.payBy());
    }

    @Test
    void aClockThatIsSetBackDoesNotGiveMoreTimeToPayAndOneSetOnTakesIt() {
        clock.turn(Duration.ofMillis(1));
        claim(1);
        clock.turn(TERMS.hold());
        assertThat(settle(Standing.PAID)).isEqualTo(Standing.EXPIRED);
        clock.turn(HOUR.negated());
        assertThat(settle(Standing.PAID)).isEqualTo(Standing.EXPIRED);
        assertThat(claim(1)).isInstanceOf(Claim.Released.class);
    }

    @Test
    void theLastMomentToPayIsTheOneBeforePayBy() {
        clock.turn(Duration.ofMillis(1));
        claim(1);
        clock.turn(TERMS.hold().minusMillis(1));
        assertThat(settle(Standing.EXPIRED)).isEqualTo(Standing.HELD);
        assertThat(settle(Standing.PAID)).isEqualTo(Standing.PAID);
        clock.turn(HOUR);
        assertThat(settle(Standing.EXPIRED)).isEqualTo(Standing.PAID);
    }

    private Standing settle(Standing how) {
        return stock.settle(new OrderId(42, 1), how).orElseThrow().standing();
    }
}
