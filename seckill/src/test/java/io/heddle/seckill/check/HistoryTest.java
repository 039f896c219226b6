package io.heddle.seckill.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.UndecidedException;
import io.heddle.seckill.sale.UserId;
import io.heddle.testkit.clock.TurnedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What is recorded of a call.
final class HistoryTest {
    private final TurnedClock clock = TurnedClock.at(Story.ZERO);
    private final AtomicLong nanos = new AtomicLong();
    private final History history = new History(nanos::incrementAndGet, clock);

    @Test
    void recordsWhatWasAskedAndAnsweredAndWhen() {
        Reply told = new Reply.Decided(new Claim.SoldOut(true, 7));
        Reply reply = history.run(Story.take(1), () -> {
            clock.turn(Duration.ofMillis(5));
            return told;
        });
        assertThat(reply).isEqualTo(told);
        assertThat(history.operations()).singleElement().satisfies(operation -> {
            assertThat(operation.ask()).isEqualTo(Story.take(1));
            assertThat(operation.invoked()).isEqualTo(new Operation.Moment(1, Story.ZERO));
            assertThat(operation.answer()).contains(new Operation.Answer(told, new Operation.Moment(2, Story.at(5))));
        });
    }

    @Test
    void aCallThatIsUndecidedIsRecordedSo() {
        assertThat(history.run(Story.take(1), () -> {
                    throw new UndecidedException("later");
                }))
                .isEqualTo(new Reply.Undecided());
        assertThat(history.operations()).allMatch(Operation::open);
    }

    @Test
    void aCallThatBreaksHasNoAnswerAndTheExceptionGoesOn() {
        assertThatThrownBy(() -> history.run(Story.take(1), () -> {
                    throw new IllegalStateException("connection reset");
                }))
                .hasMessage("connection reset");
        assertThat(history.operations())
                .singleElement()
                .satisfies(operation -> assertThat(operation.answer()).isEmpty());
    }

    @Test
    void anOperationUnderWayHasNoAnswerYet() {
        history.run(Story.take(1), () -> {
            assertThat(history.operations()).allMatch(Operation::open);
            return new Reply.Refused();
        });
        assertThat(history.operations()).noneMatch(Operation::open);
    }

    @Test
    void operationsOfOtherSalesAreNotJudged() {
        history.run(new Ask.Look(43, UserId.of(1)), () -> new Reply.Decided(new Claim.None(99)));
        assertThat(history.judge(Evidence.of(Story.SALE, List.of())).right()).isTrue();
        assertThat(history.judge(Evidence.of(43, List.of())).right()).isFalse();
    }

    @Test
    void judgesAMillionOperationsInSeconds() {
        Story story = new Story();
        List<Operation> many = new ArrayList<>(story.operations);
        for (int i = 0; i < 1_000_000; i++) {
            var moment = new Operation.Moment(100 + i / 7, Story.at(100));
            var reply = new Reply.Decided(new Claim.SoldOut(false, 6));
            var answer = new Operation.Answer(reply, new Operation.Moment(110 + i / 7, Story.at(200)));
            many.add(new Operation(100 + i, Story.take(1_000 + i), moment, Optional.of(answer)));
        }
        Verdict verdict = History.judge(many, story.evidence());
        assertThat(verdict.asked()).isGreaterThan(2_000_000);
        assertThat(verdict.broken()).isEqualTo(late(many));
    }

    /// What was asked after the sale was told to be closed, or after the last unit was told to be back.
    private static long late(List<Operation> many) {
        return many.stream()
                .filter(operation ->
                        operation.number() >= 100 && operation.invoked().nanos() > 70_002)
                .count();
    }
}
