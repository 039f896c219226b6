package io.heddle.seckill.journalled;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.seckill.journal.JournalKind;
import io.heddle.seckill.journal.MemoryJournal;
import io.heddle.seckill.journal.chain.Chain;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Tally;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import io.heddle.testkit.clock.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Paying, giving back and the time-out meet at the same order within three milliseconds around its last moment.
class PayRaceTest {
    private static final long SEEDS = Math.max(100_000, Long.getLong("heddle.prove", 0));
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final Terms TERMS =
            new Terms(7, 1, START, START.plus(Duration.ofHours(1)), Duration.ofSeconds(10), true);
    private static final OrderId ORDER = new OrderId(7, 1);

    @Test
    void payAndTimeOutOfTheSameOrderHaveOneWinnerAndTheUnitReturnsAtMostOnce() {
        assertThat(LongStream.range(0, SEEDS)
                        .filter(seed -> !new Race(seed).isRight())
                        .findFirst())
                .as("the first seed whose race ends wrong")
                .isEmpty();
    }

    /// The race of one seed.
    private static final class Race {
        private final SplittableRandom random;
        private final TurnedClock clock = TurnedClock.at(START);
        private final MemoryJournal journal = new MemoryJournal();
        private final Arbiter arbiter;
        private final List<Pending<Optional<Order>>> answers = new ArrayList<>();
        private final List<Pending<Claim>> claims = new ArrayList<>();

        Race(long seed) {
            random = new SplittableRandom(seed);
            arbiter = new Arbiter(
                    JournalSettings.of(JournalKind.ROCKSDB),
                    journal,
                    new JournalledStock.Ground(clock, () -> 0, failure -> {}, seed));
        }

        boolean isRight() {
            arbiter.decide(7, (ledger, now) -> ledger.put(TERMS, now));
            claim(1);
            commit();
            clock.turn(TERMS.hold().minusMillis(2));
            for (int i = 0; i < 8; i++) {
                step();
            }
            clock.turn(Duration.ofMillis(3));
            arbiter.sweep();
            claim(2);
            commit();
            return isOneSettlement() && isOneUnit();
        }

        private void step() {
            switch (random.nextInt(6)) {
                case 0, 1 -> settle(Standing.PAID);
                case 2 -> settle(random.nextBoolean() ? Standing.EXPIRED : Standing.CANCELLED);
                case 3 -> arbiter.sweep();
                case 4 -> clock.turn(Duration.ofMillis(random.nextInt(3)));
                default -> commit();
            }
        }

        private void settle(Standing how) {
            answers.add(arbiter.decide(7, (ledger, now) -> ledger.settle(ORDER, how, now)));
        }

        private void claim(int user) {
            claims.add(arbiter.decide(7, (ledger, now) -> ledger.claim(7, UserId.of(user), now)));
        }

        private void commit() {
            Batch batch = arbiter.poll();
            if (batch != null) {
                arbiter.commit(batch);
            }
        }

        /// There is one settlement in the journal, and all who were told of one were told of that.
        private boolean isOneSettlement() {
            List<Standing> settled = journal.read(7, 0, 100).stream()
                    .map(Chain::read)
                    .filter(event ->
                            event instanceof Event.Settled one && one.order().equals(ORDER))
                    .map(event -> ((Event.Settled) event).standing())
                    .toList();
            return settled.size() == 1
                    && answers.stream()
                            .map(answer -> answer.await().orElseThrow().standing())
                            .allMatch(told -> told == settled.getFirst() || told == Standing.HELD);
        }

        /// The unit is the second user's exactly when it came back, and nobody has it twice.
        private boolean isOneUnit() {
            Tally tally =
                    arbiter.decide(7, (ledger, now) -> ledger.tally(7)).await().orElseThrow();
            boolean returned = tally.released() == 1;
            boolean second = claims.getLast().await() instanceof Claim.Won;
            return tally.available() == 0 && tally.held() + tally.paid() == 1 && returned == second;
        }
    }
}
