package io.heddle.seckill.journalled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.seckill.journal.Entry;
import io.heddle.seckill.journal.Journal;
import io.heddle.seckill.journal.JournalDamagedException;
import io.heddle.seckill.journal.JournalKind;
import io.heddle.seckill.journal.MemoryJournal;
import io.heddle.seckill.journal.chain.Chain;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import io.heddle.testkit.clock.TurnedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryTest {
    /// How many wins are read again; `-Dheddle.prove=1000000` makes it a million.
    private static final int WINS = Math.clamp(Long.getLong("heddle.prove", 0), 200_000, 1_000_000);

    private static final int BATCH = 10_000;
    private static final int MOST_BYTES = 100;
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final Terms TERMS =
            new Terms(42, WINS, START, START.plus(Duration.ofHours(1)), Duration.ofMinutes(15), true);

    @TempDir
    Path folder;

    private static UserId shortName(int number) {
        return UserId.of(10_000_000L + number);
    }

    private static UserId longName(int number) {
        String digits = Integer.toString(number);
        return new UserId("x".repeat(UserId.MAX_LENGTH - digits.length()) + digits);
    }

    private static void fill(Journal journal, IntFunction<UserId> name) {
        Chain chain = new Chain();
        List<Entry> batch = new ArrayList<>();
        batch.add(chain.seal(new Event.Arranged(1, START, TERMS)));
        for (int i = 1; i <= WINS; i++) {
            Instant at = START.plusMillis(i / 1000);
            batch.add(chain.seal(new Event.Won(i + 1L, at, new OrderId(42, i), name.apply(i), at.plus(TERMS.hold()))));
            if (batch.size() >= BATCH) {
                journal.append(batch);
                batch = new ArrayList<>();
            }
        }
        journal.append(batch);
    }

    private static Arbiter recover(Journal journal) {
        TurnedClock clock = TurnedClock.at(START.plus(Duration.ofMinutes(1)));
        Arbiter arbiter = new Arbiter(
                JournalSettings.standard(),
                journal,
                new JournalledStock.Ground(clock, System::nanoTime, failure -> {}, 3));
        arbiter.recover(System.nanoTime());
        return arbiter;
    }

    private static Claim claim(Arbiter arbiter, UserId user) {
        return arbiter.decide(42, (ledger, now) -> ledger.claim(42, user, now)).await();
    }

    @ParameterizedTest
    @EnumSource
    void allWinsAreThereAgainAfterAStart(JournalKind kind) {
        try (Journal journal = Journal.open(kind, folder)) {
            journal.replay(entry -> {});
            fill(journal, RecoveryTest::shortName);
        }
        try (Journal journal = Journal.open(kind, folder)) {
            Arbiter arbiter = recover(journal);
            System.out.println(kind + ": " + WINS + " wins in "
                    + arbiter.pulse().recovery() + ", " + (double) arbiter.bytes() / WINS + " bytes a winner");
            assertThat(arbiter.durable(42)).isEqualTo(WINS + 1L);
            assertThat(claim(arbiter, shortName(WINS / 2)))
                    .isInstanceOfSatisfying(
                            Claim.AlreadyWon.class,
                            won -> assertThat(won.order()).isEqualTo(new OrderId(42, WINS / 2)));
            assertThat(claim(arbiter, shortName(WINS + 1))).isInstanceOf(Claim.SoldOut.class);
        }
    }

    @Test
    void aJournalThatNoSaleCouldHaveIsARefusal() {
        Event.Arranged put = new Event.Arranged(1, START, TERMS.units(1));
        Event.Won won = win(2, 1, 1);
        assertThatThrownBy(() -> recover(journal(put, won, win(3, 2, 2)))).hasMessageContaining("contradicts");
        assertThatThrownBy(() -> recover(journal(put, won, win(3, 2, 1)))).hasMessageContaining("contradicts");
        Event.Settled paid = new Event.Settled(3, START, won.order(), Standing.PAID);
        Event.Settled back = new Event.Settled(4, START, won.order(), Standing.CANCELLED);
        assertThatThrownBy(() -> recover(journal(put, won, paid, back))).hasMessageContaining("contradicts");
        Event.Settled early = new Event.Settled(3, START, won.order(), Standing.EXPIRED);
        assertThatThrownBy(() -> recover(journal(put, won, early)))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("heddle seckill verify");
    }

    private static Event.Won win(long number, long position, int user) {
        return new Event.Won(number, START, new OrderId(42, position), shortName(user), START.plus(TERMS.hold()));
    }

    private static Journal journal(Event... events) {
        Chain chain = new Chain();
        MemoryJournal journal = new MemoryJournal();
        journal.append(Arrays.stream(events).map(chain::seal).toList());
        return journal;
    }

    @Test
    void aWinnerTakesAtMostAHundredBytesAndALoserNone() {
        for (IntFunction<UserId> name : List.<IntFunction<UserId>>of(RecoveryTest::shortName, RecoveryTest::longName)) {
            MemoryJournal journal = new MemoryJournal();
            fill(journal, name);
            Arbiter arbiter = recover(journal);
            long bytes = arbiter.bytes();
            assertThat(bytes).isLessThanOrEqualTo((long) MOST_BYTES * WINS);
            for (int i = WINS + 1; i <= WINS + 100_000; i++) {
                claim(arbiter, name.apply(i));
            }
            assertThat(arbiter.bytes()).isEqualTo(bytes);
        }
    }
}
