package io.heddle.seckill.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.seckill.check.Ask;
import io.heddle.seckill.check.History;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Tally;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.TermsException;
import io.heddle.seckill.sale.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every engine of a sale does. A test of an engine extends it.
public abstract class StockContract extends StockStage {
    @Test
    protected void knowsNothingOfASaleThatWasNotPutUp() {
        assertThat(stock.sales()).isEmpty();
        assertThat(stock.claim(SALE, user(1))).isEqualTo(new Claim.NoActivity());
        assertThat(stock.standing(SALE, user(1))).isEqualTo(new Claim.NoActivity());
        assertThat(stock.settle(order(1), Standing.PAID)).isEmpty();
        assertThat(stock.order(order(1))).isEmpty();
        assertThat(stock.tally(SALE)).isEmpty();
        assertThat(stock.events(SALE, 0, 10)).isEmpty();
        assertThat(stock.remove(SALE)).isFalse();
    }

    @Test
    protected void putsASaleUpOnce() {
        stock.put(terms(2));
        stock.put(terms(2));
        assertThat(stock.sales()).containsExactly(terms(2));
        assertThat(stock.events(SALE, 0, 10)).containsExactly(new Event.Arranged(1, NOW, terms(2)));
        assertThat(stock.tally(SALE)).contains(new Tally(terms(2), 0, 0, 0, 1));
    }

    @Test
    protected void listsSalesByTheirNumbers() {
        stock.put(terms(2));
        stock.put(new Terms(7, 1, START, END, HOLD, true));
        stock.put(new Terms(100, 1, START, END, HOLD, true));
        assertThat(stock.sales()).extracting(Terms::activity).containsExactly(7L, 42L, 100L);
    }

    @Test
    protected void changesTermsWithinWhatIsWon() {
        stock.put(terms(3));
        win(1);
        win(2);
        assertThatThrownBy(() -> stock.put(terms(1))).isInstanceOf(TermsException.class);
        var longer = new Terms(SALE, 3, START, END, HOLD.plusMinutes(1), true);
        assertThatThrownBy(() -> stock.put(longer)).isInstanceOf(TermsException.class);
        stock.put(terms(2));
        assertThat(stock.claim(SALE, user(3))).isEqualTo(new Claim.SoldOut(false, 4));
        stock.put(terms(3));
        assertThat(stock.claim(SALE, user(3))).isInstanceOf(Claim.Won.class);
        assertRight();
    }

    @Test
    protected void takesASaleAwayForGood() {
        stock.put(terms(1));
        assertThat(stock.remove(SALE)).isTrue();
        assertThat(stock.remove(SALE)).isFalse();
        assertThat(stock.sales()).isEmpty();
        assertThat(stock.tally(SALE)).isEmpty();
        assertThat(stock.claim(SALE, user(1))).isEqualTo(new Claim.NoActivity());
        assertThat(stock.events(SALE, 0, 10)).last().isEqualTo(new Event.Removed(2, NOW, SALE));
        assertThatThrownBy(() -> stock.put(terms(1))).isInstanceOf(TermsException.class);
    }

    @Test
    protected void refusesWhatNobodyCanMean() {
        stock.put(terms(1));
        win(1);
        assertThatThrownBy(() -> stock.settle(order(1), Standing.HELD)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stock.events(SALE, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stock.events(SALE, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(stock.events(SALE, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(stock.events(SALE, Long.MAX_VALUE - 1, Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    protected void keepsASaleWithAWin() {
        stock.put(terms(1));
        win(1);
        assertThatThrownBy(() -> stock.remove(SALE)).isInstanceOf(TermsException.class);
        assertThat(stock.sales()).containsExactly(terms(1));
    }

    @Test
    protected void sellsInTheWindowOnly() {
        stock.put(terms(3));
        clock.turn(Duration.ofHours(-1).minusMillis(1));
        stock.put(new Terms(43, 3, START, END, HOLD, true));
        assertThat(stock.claim(43, user(1))).isEqualTo(new Claim.NotStarted(START, clock.instant(), 1));
        assertThat(stock.standing(43, user(1))).isEqualTo(new Claim.NotStarted(START, clock.instant(), 1));
        clock.turn(Duration.ofMillis(1));
        assertThat(stock.claim(43, user(1))).isInstanceOf(Claim.Won.class);
        clock.turn(Duration.ofHours(2).minusMillis(1));
        assertThat(stock.claim(43, user(2))).isInstanceOf(Claim.Won.class);
        clock.turn(Duration.ofMillis(1));
        assertThat(stock.claim(43, user(3))).isInstanceOf(Claim.Ended.class);
        assertThat(stock.standing(43, user(3))).isInstanceOf(Claim.Ended.class);
        assertThat(stock.claim(43, user(2))).isInstanceOf(Claim.AlreadyWon.class);
    }

    @Test
    protected void sellsNothingWhileClosed() {
        stock.put(terms(2).open(false));
        assertThat(stock.claim(SALE, user(1))).isEqualTo(new Claim.Ended(1));
        stock.put(terms(2));
        win(1);
        stock.put(terms(2).open(false));
        assertThat(stock.claim(SALE, user(1))).isInstanceOf(Claim.AlreadyWon.class);
        assertThat(stock.claim(SALE, user(2))).isEqualTo(new Claim.Ended(4));
        assertRight();
    }

    @Test
    protected void givesAUserOneUnitAndTellsItEachTime() {
        stock.put(terms(2));
        Instant payBy = NOW.plus(HOLD);
        assertThat(stock.standing(SALE, user(1))).isEqualTo(new Claim.None(1));
        assertThat(stock.claim(SALE, user(1))).isEqualTo(new Claim.Won(order(1), payBy, 2));
        var already = new Claim.AlreadyWon(order(1), payBy, Standing.HELD, 2);
        assertThat(stock.claim(SALE, user(1))).isEqualTo(already);
        assertThat(stock.standing(SALE, user(1))).isEqualTo(already);
        assertThat(stock.claim(SALE, new UserId("Ann:{1}'\""))).isEqualTo(new Claim.Won(order(2), payBy, 3));
        assertThat(stock.events(SALE, 1, 10))
                .containsExactly(
                        new Event.Won(2, NOW, order(1), user(1), payBy),
                        new Event.Won(3, NOW, order(2), new UserId("Ann:{1}'\""), payBy));
        assertThat(stock.order(order(1))).contains(new Order(order(1), user(1), NOW, payBy, Standing.HELD, 3));
    }

    @Test
    protected void tellsUsersApartByEachLetter() {
        stock.put(terms(5));
        for (String name : List.of("a", "A", "a:", "1", "01")) {
            assertThat(stock.claim(SALE, new UserId(name))).as(name).isInstanceOf(Claim.Won.class);
        }
    }

    @Test
    protected void soldOutIsLastWhenNothingCanComeBack() {
        stock.put(terms(2));
        win(1);
        win(2);
        assertThat(stock.claim(SALE, user(3))).isEqualTo(new Claim.SoldOut(false, 3));
        stock.settle(order(1), Standing.PAID);
        assertThat(stock.standing(SALE, user(3))).isEqualTo(new Claim.SoldOut(false, 4));
        stock.settle(order(2), Standing.PAID);
        assertThat(stock.claim(SALE, user(3))).isEqualTo(new Claim.SoldOut(true, 5));
        assertThat(stock.claim(SALE, user(1)))
                .isInstanceOfSatisfying(
                        Claim.AlreadyWon.class,
                        won -> assertThat(won.standing()).isEqualTo(Standing.PAID));
        assertRight();
    }

    @Test
    protected void whatIsGivenBackIsSoldToAnother() {
        stock.put(terms(1));
        win(1);
        assertThat(stock.settle(order(1), Standing.CANCELLED))
                .hasValueSatisfying(order -> assertThat(order.standing()).isEqualTo(Standing.CANCELLED));
        assertThat(stock.claim(SALE, user(1))).isEqualTo(new Claim.Released(order(1), Standing.CANCELLED, 3));
        assertThat(stock.standing(SALE, user(1))).isEqualTo(new Claim.Released(order(1), Standing.CANCELLED, 3));
        assertThat(stock.claim(SALE, user(2))).isEqualTo(new Claim.Won(order(2), NOW.plus(HOLD), 4));
        assertThat(stock.tally(SALE)).contains(new Tally(terms(1), 1, 0, 1, 4));
        assertRight();
    }

    @Test
    protected void whatIsNotPaidForInTimeIsSoldToAnother() {
        stock.put(terms(1));
        win(1);
        clock.turn(HOLD.minusMillis(1));
        assertThat(stock.claim(SALE, user(2))).isEqualTo(new Claim.SoldOut(false, 2));
        clock.turn(Duration.ofMillis(1));
        await(() -> stock.claim(SALE, user(2)) instanceof Claim.Won);
        assertThat(stock.claim(SALE, user(1))).isEqualTo(new Claim.Released(order(1), Standing.EXPIRED, 4));
        assertThat(stock.settle(order(1), Standing.PAID))
                .hasValueSatisfying(order -> assertThat(order.standing()).isEqualTo(Standing.EXPIRED));
        assertThat(stock.events(SALE, 2, 1))
                .containsExactly(new Event.Settled(3, clock.instant(), order(1), Standing.EXPIRED));
        assertRight();
    }

    @Test
    protected void whatIsSettledStays() {
        stock.put(terms(3));
        LongStream.rangeClosed(1, 3).forEach(this::win);
        assertSettled(1, Standing.EXPIRED, Standing.HELD);
        assertSettled(1, Standing.PAID, Standing.PAID);
        assertSettled(1, Standing.PAID, Standing.PAID);
        assertSettled(1, Standing.CANCELLED, Standing.PAID);
        assertSettled(2, Standing.CANCELLED, Standing.CANCELLED);
        assertSettled(2, Standing.PAID, Standing.CANCELLED);
        clock.turn(HOLD);
        assertSettled(3, Standing.EXPIRED, Standing.EXPIRED);
        assertSettled(3, Standing.PAID, Standing.EXPIRED);
        assertSettled(1, Standing.EXPIRED, Standing.PAID);
        assertThat(stock.settle(order(4), Standing.PAID)).isEmpty();
        assertThat(stock.events(SALE, 4, 10)).hasSize(3);
        assertThat(stock.tally(SALE)).contains(new Tally(terms(3), 0, 1, 2, 7));
        assertRight();
    }

    @Test
    protected void itsClockNeverGoesBack() {
        stock.put(terms(2));
        win(1);
        clock.turn(Duration.ofMinutes(-30));
        assertThat(stock.claim(SALE, user(2))).isEqualTo(new Claim.Won(order(2), NOW.plus(HOLD), 3));
        assertRight();
    }

    @Test
    protected void givesItsEventsByThePage() {
        stock.put(terms(10));
        LongStream.rangeClosed(1, 9).forEach(this::win);
        assertThat(stock.events(SALE, 0, 4)).extracting(Event::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(stock.events(SALE, 8, 4)).extracting(Event::number).containsExactly(9L, 10L);
        assertThat(stock.events(SALE, 10, 4)).isEmpty();
    }

    @Test
    protected void keepsEachSaleByItself() {
        stock.put(terms(1));
        stock.put(new Terms(43, 1, START, END, HOLD, true));
        win(1);
        assertThat(stock.claim(43, user(1))).isEqualTo(new Claim.Won(new OrderId(43, 1), NOW.plus(HOLD), 2));
        stock.settle(order(1), Standing.CANCELLED);
        assertThat(stock.claim(43, user(2))).isInstanceOf(Claim.SoldOut.class);
    }

    @Test
    protected void remembersAllAfterARestart() {
        stock.put(terms(4));
        stock.put(new Terms(43, 1, START, END, HOLD, true));
        stock.remove(43);
        LongStream.rangeClosed(1, 4).forEach(this::win);
        stock.settle(order(1), Standing.PAID);
        stock.settle(order(2), Standing.CANCELLED);
        List<Event> events = stock.events(SALE, 0, 100);
        var tally = stock.tally(SALE);
        closesTheStock();
        stock = open(clock);
        assertThat(stock.sales()).containsExactly(terms(4));
        assertThat(stock.events(SALE, 0, 100)).isEqualTo(events);
        assertThat(stock.tally(SALE)).isEqualTo(tally);
        assertThat(stock.claim(SALE, user(2))).isInstanceOf(Claim.Released.class);
        assertThat(stock.claim(SALE, user(3))).isInstanceOf(Claim.AlreadyWon.class);
        assertThat(stock.claim(SALE, user(5))).isEqualTo(new Claim.Won(order(5), NOW.plus(HOLD), 8));
        assertRight();
    }

    @Test
    protected void countsWhatItDecides() {
        stock.put(terms(1));
        long before = stock.pulse().decisions();
        win(1);
        stock.claim(SALE, user(2));
        assertThat(stock.pulse().decisions()).isEqualTo(before + 2);
        assertThat(stock.pulse().events()).isPositive();
    }

    @Test
    protected void sellsTheLastUnitToOneOfManyBuyers() {
        sellToACrowd(1);
    }

    @Test
    protected void sellsEachUnitOnceToACrowdThatAsksTwice() {
        sellToACrowd(units());
    }

    private void sellToACrowd(int units) {
        stock.put(terms(units));
        History history = new History(clock);
        List<Runnable> acts = new ArrayList<>();
        for (long user = 1; user <= 100L * units; user++) {
            Ask ask = new Ask.Take(SALE, user(user));
            acts.addAll(Collections.nCopies(2, () -> history.ask(stock, ask)));
        }
        Collections.shuffle(acts, new Random(units));
        Crowd.rush(acts);
        Map<UserId, Claim> looks = new HashMap<>();
        LongStream.rangeClosed(1, 100L * units)
                .forEach(user -> looks.put(user(user), stock.standing(SALE, user(user))));
        assertRight(history, looks);
        assertThat(events()).hasSize(units + 1);
        assertThat(stock.tally(SALE))
                .hasValueSatisfying(tally -> assertThat(tally.held()).isEqualTo(units));
    }

    /// How many units are sold to a crowd of a hundred times as many.
    protected int units() {
        return 10;
    }

    @Test
    protected void settlesOnceWhenPayingAndReturningAndTimeRace() {
        int units = 20;
        stock.put(terms(units));
        History history = new History(clock);
        LongStream.rangeClosed(1, units).forEach(user -> history.ask(stock, new Ask.Take(SALE, user(user))));
        List<Runnable> acts = new ArrayList<>();
        acts.add(() -> clock.turn(HOLD));
        for (int position = 1; position <= units; position++) {
            for (Standing how : List.of(Standing.PAID, Standing.CANCELLED, Standing.EXPIRED)) {
                Ask ask = new Ask.Settle(order(position), how);
                acts.add(() -> history.ask(stock, ask));
            }
            Ask late = new Ask.Take(SALE, user(1000 + position));
            acts.add(() -> history.ask(stock, late));
        }
        Collections.shuffle(acts, new Random(1));
        Crowd.rush(acts);
        assertRight(history, Map.of());
        Tally tally = stock.tally(SALE).orElseThrow();
        assertThat(events()).filteredOn(Event.Settled.class::isInstance).hasSize((int)
                (tally.paid() + tally.released()));
    }

    @Test
    protected void showsNoGapAndNoLostUnitToOneWhoWatches() {
        stock.put(terms(50));
        History history = new History(clock);
        AtomicBoolean sold = new AtomicBoolean();
        List<Runnable> acts = new ArrayList<>();
        acts.add(() -> watch(sold));
        List<Runnable> buyers = IntStream.rangeClosed(1, 100)
                .<Runnable>mapToObj(user -> () -> history.ask(stock, new Ask.Take(SALE, user(user))))
                .toList();
        acts.add(() -> {
            Crowd.rush(buyers);
            sold.set(true);
        });
        Crowd.rush(acts);
        assertRight(history, Map.of());
    }

    private void watch(AtomicBoolean sold) {
        long last = 0;
        boolean over = false;
        while (!over) {
            over = sold.get();
            Tally tally = stock.tally(SALE).orElseThrow();
            assertThat(tally.available() + tally.held() + tally.paid()).isEqualTo(50);
            assertThat(tally.held()).isEqualTo(tally.asOf() - 1);
            for (Event event : stock.events(SALE, last, 7)) {
                assertThat(event.number()).isEqualTo(++last);
            }
        }
    }
}
