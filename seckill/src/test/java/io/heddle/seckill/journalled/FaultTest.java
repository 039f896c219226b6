package io.heddle.seckill.journalled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.heddle.seckill.journal.HeldJournal;
import io.heddle.seckill.journal.JournalException;
import io.heddle.seckill.journal.JournalKind;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UndecidedException;
import io.heddle.seckill.sale.UserId;
import io.heddle.testkit.clock.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What callers hear when the disk is slow, full of waiters, or broken.
class FaultTest {
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final Terms TERMS =
            new Terms(42, 100, START, START.plus(Duration.ofHours(1)), Duration.ofMinutes(15), true);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final HeldJournal journal = new HeldJournal();
    private final List<Throwable> halts = Collections.synchronizedList(new ArrayList<>());
    private JournalledStock stock = open(10, LONG);

    private JournalledStock open(int waiters, Duration stall) {
        JournalledStock opened = JournalledStock.open(
                new JournalSettings(JournalKind.MVSTORE, waiters, stall), journal, TurnedClock.at(START), halts::add);
        opened.put(TERMS);
        return opened;
    }

    private void openAgain(int waiters, Duration stall) {
        stock.close();
        stock = open(waiters, stall);
    }

    @AfterEach
    void closes() {
        stock.close();
    }

    private FutureTask<Claim> claim(int user) {
        FutureTask<Claim> claim = new FutureTask<>(() -> stock.claim(42, UserId.of(user)));
        Thread.ofVirtual().start(claim);
        return claim;
    }

    private void hold() {
        journal.hold();
    }

    private static void assertUndecided(FutureTask<?> task) {
        assertThatThrownBy(task::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(UndecidedException.class);
    }

    @Test
    void nobodyHearsOfAWinOrOfASoldOutSaleBeforeItIsOnDisk() throws Exception {
        stock.put(TERMS.units(1));
        int before = journal.appends();
        hold();
        FutureTask<Claim> winner = claim(1);
        await().until(() -> journal.appends() > before);
        List<FutureTask<?>> others = List.of(claim(1), claim(2), ask(() -> stock.standing(42, UserId.of(1))));
        await().during(Duration.ofMillis(100)).until(() -> others.stream().noneMatch(FutureTask::isDone));
        assertThat(winner.isDone()).isFalse();
        assertThat(stock.events(42, 0, 100)).hasSize(2);
        journal.release();
        assertThat(winner.get()).isInstanceOf(Claim.Won.class);
        assertThat(others.get(0).get()).isInstanceOf(Claim.AlreadyWon.class);
        assertThat(others.get(1).get()).isInstanceOf(Claim.SoldOut.class);
        assertThat(others.get(2).get()).isInstanceOf(Claim.AlreadyWon.class);
    }

    @Test
    void whatIsOnDiskOfAUnitIsToldWhileTheWinsOfOthersWait() throws Exception {
        Claim.Won won = (Claim.Won) stock.claim(42, UserId.of(1));
        int before = journal.appends();
        hold();
        FutureTask<Claim> other = claim(2);
        await().until(() -> journal.appends() > before);

        assertThat(claim(1).get(20, TimeUnit.SECONDS))
                .isEqualTo(new Claim.AlreadyWon(won.order(), won.payBy(), Standing.HELD, won.asOf()));
        assertThat(other.isDone()).isFalse();

        FutureTask<?> paying = new FutureTask<>(() -> stock.settle(won.order(), Standing.PAID));
        Thread.ofVirtual().start(paying);
        FutureTask<Claim> again = claim(1);
        await().during(Duration.ofMillis(100)).until(() -> !other.isDone());
        journal.release();
        paying.get();
        other.get();
        assertThat(((Claim.AlreadyWon) again.get()).asOf()).isGreaterThanOrEqualTo(won.asOf());
        assertThat(((Claim.AlreadyWon) stock.claim(42, UserId.of(1))).standing())
                .isEqualTo(Standing.PAID);
    }

    private static FutureTask<Claim> ask(Callable<Claim> call) {
        FutureTask<Claim> task = new FutureTask<>(call);
        Thread.ofVirtual().start(task);
        return task;
    }

    @Test
    void afterAFailureNobodyHearsOfAWinAndNothingIsWrittenAgain() {
        hold();
        int before = journal.appends();
        List<FutureTask<Claim>> claims = new ArrayList<>(List.of(claim(1)));
        await().until(() -> journal.appends() > before);
        claims.addAll(List.of(claim(1), claim(2), claim(3)));
        journal.fail();
        journal.release();
        claims.forEach(FaultTest::assertUndecided);
        await().until(() -> !halts.isEmpty());
        int appends = journal.appends();
        assertThatThrownBy(() -> stock.claim(42, UserId.of(9))).isInstanceOf(UndecidedException.class);
        assertThatThrownBy(() -> stock.standing(42, UserId.of(9))).isInstanceOf(UndecidedException.class);
        assertThatThrownBy(() -> stock.settle(new OrderId(42, 1), Standing.PAID))
                .isInstanceOf(UndecidedException.class);
        assertThatThrownBy(() -> stock.events(42, 0, 10)).isInstanceOf(UndecidedException.class);
        assertThatThrownBy(() -> stock.put(TERMS.units(7))).isInstanceOf(UndecidedException.class);
        assertThat(journal.appends()).isEqualTo(appends);
        assertThat(halts).singleElement().isInstanceOf(JournalException.class);
    }

    @Test
    void moreThanMayWaitAreUndecidedBeforeAnythingIsDecided() throws Exception {
        openAgain(3, LONG);
        int before = journal.appends();
        hold();
        List<FutureTask<Claim>> waiting = new ArrayList<>(List.of(claim(1)));
        await().until(() -> journal.appends() > before);
        waiting.addAll(List.of(claim(2), claim(3)));
        await().until(() -> stock.pulse().decisions() == 3);
        assertThatThrownBy(() -> stock.claim(42, UserId.of(4)))
                .isInstanceOf(UndecidedException.class)
                .hasMessageContaining("3 answers wait");
        journal.release();
        for (FutureTask<Claim> each : waiting) {
            assertThat(each.get()).isInstanceOf(Claim.Won.class);
        }
        assertThat(stock.standing(42, UserId.of(4))).isInstanceOf(Claim.None.class);
    }

    @Test
    void whoWaitsForADiskThatDoesNotAnswerIsToldSoAndItGoesOnWhenItDoes() {
        openAgain(10, Duration.ofMillis(50));
        hold();
        FutureTask<Claim> waiting = claim(1);
        assertUndecided(waiting);
        assertThatThrownBy(() -> stock.claim(42, UserId.of(2))).isInstanceOf(UndecidedException.class);
        journal.release();
        await().ignoreException(UndecidedException.class)
                .untilAsserted(() -> assertThat(stock.claim(42, UserId.of(1))).isInstanceOf(Claim.AlreadyWon.class));
        assertThat(stock.claim(42, UserId.of(2))).isInstanceOf(Claim.Won.class);
        assertThat(halts).isEmpty();
    }

    @Test
    void whoWaitsWhenItIsClosedIsUndecided() {
        int before = journal.appends();
        hold();
        FutureTask<Claim> waiting = claim(1);
        await().until(() -> journal.appends() > before);
        FutureTask<Void> closing = new FutureTask<>(stock::close, null);
        Thread.ofVirtual().start(closing);
        assertUndecided(waiting);
        journal.release();
        await().until(closing::isDone);
    }

    @Test
    void whoIsInterruptedWhileWaitingIsUndecidedAndStaysInterrupted() {
        hold();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> stock.claim(42, UserId.of(1))).isInstanceOf(UndecidedException.class);
        assertThat(Thread.interrupted()).isTrue();
        journal.release();
        assertThat(stock.claim(42, UserId.of(1))).isInstanceOf(Claim.AlreadyWon.class);
    }

    @Test
    void aSaleOfWhichTheDatabaseKnowsMoreIsFrozenAndOthersGoOn() {
        Terms other = new Terms(43, 1, START, TERMS.end(), TERMS.hold(), true);
        stock.put(other);
        stock.claim(42, UserId.of(1));
        stock.requireAtLeast(42, 2);
        stock.requireAtLeast(99, 0);
        assertThat(stock.claim(42, UserId.of(2))).isInstanceOf(Claim.Won.class);
        assertThatThrownBy(() -> stock.requireAtLeast(42, 4))
                .isInstanceOf(JournalBehindException.class)
                .hasMessageContaining("ends with event 3")
                .hasMessageContaining("applied event 4")
                .hasMessageContaining("heddle seckill rebuild");
        assertThatThrownBy(() -> stock.claim(42, UserId.of(1))).isInstanceOf(UndecidedException.class);
        assertThatThrownBy(() -> stock.put(TERMS.units(7))).isInstanceOf(UndecidedException.class);
        assertThat(stock.claim(43, UserId.of(1))).isInstanceOf(Claim.Won.class);
    }

    @Test
    void aSaleThatTheJournalDoesNotKnowAndTheDatabaseDoesIsFrozenToo() {
        assertThatThrownBy(() -> stock.requireAtLeast(99, 1)).isInstanceOf(JournalBehindException.class);
        assertThatThrownBy(() -> stock.put(new Terms(99, 1, START, TERMS.end(), TERMS.hold(), true)))
                .isInstanceOf(UndecidedException.class);
    }

    @Test
    void nothingIsToldOfASaleInWhichADecisionFailedHalfWay() {
        Arbiter arbiter = new Arbiter(
                JournalSettings.standard(),
                new HeldJournal(),
                new JournalledStock.Ground(TurnedClock.at(START), System::nanoTime, halts::add, 1));
        Event.Arranged up = new Event.Arranged(1, START, TERMS);
        OrderId first = new OrderId(42, 1);
        Event.Won won = new Event.Won(2, START, first, UserId.of(1), START.plus(TERMS.hold()));
        OutOfMemoryError full = new OutOfMemoryError("between the sale and the batch");
        assertThatThrownBy(() -> arbiter.decide(42, (ledger, now) -> {
                    ledger.replay(up);
                    ledger.replay(won);
                    throw full;
                }))
                .isSameAs(full);
        assertThatThrownBy(() -> arbiter.decide(42, (ledger, now) -> ledger.claim(42, UserId.of(1), now)))
                .isInstanceOf(UndecidedException.class);
        assertThatThrownBy(() -> arbiter.survey((ledger, now) -> ledger.terms()))
                .isInstanceOf(UndecidedException.class);
    }

    @Test
    void aDecisionThatFailedHalfWayIsTheEnd() {
        InstantSource broken = () -> {
            throw new IllegalStateException("no time");
        };
        try (JournalledStock ended =
                JournalledStock.open(JournalSettings.standard(), new HeldJournal(), broken, halts::add)) {
            assertThatThrownBy(() -> ended.claim(42, UserId.of(1))).isInstanceOf(RuntimeException.class);
            await().until(() -> !halts.isEmpty());
            assertThatThrownBy(() -> ended.claim(42, UserId.of(1))).isInstanceOf(UndecidedException.class);
        }
    }

    @Test
    void theSettingsHaveTheirDefaults() {
        assertThat(JournalSettings.standard())
                .isEqualTo(new JournalSettings(JournalKind.ROCKSDB, 8192, Duration.ofSeconds(2)));
    }
}
