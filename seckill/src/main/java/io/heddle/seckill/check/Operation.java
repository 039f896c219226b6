package io.heddle.seckill.check;

import java.time.Instant;
import java.util.Optional;

/// One thing that somebody asked of a sale.
///
/// @param number its place in the history, from 1; only a name
/// @param ask what was asked
/// @param invoked before it was asked
/// @param answer what came back, empty when nothing did
public record Operation(int number, Ask ask, Moment invoked, Optional<Answer> answer) {
    /// A point in time by two clocks.
    ///
    /// @param nanos the one that orders operations, as {@link System#nanoTime}
    /// @param at the one that windows are told by
    public record Moment(long nanos, Instant at) {}

    /// A reply and when it was there.
    ///
    /// @param reply what came back
    /// @param completed after it came back
    public record Answer(Reply reply, Moment completed) {}

    /// Whether it may have taken effect without anybody being told.
    boolean open() {
        return answer.isEmpty() || answer.get().reply() instanceof Reply.Undecided;
    }

    /// What it is called in a sentence.
    @Override
    public String toString() {
        String what = switch (ask) {
            case Ask.Take take -> "claim of user " + take.user() + " in sale " + take.activity();
            case Ask.Look look -> "look of user " + look.user() + " at sale " + look.activity();
            case Ask.Settle settle -> "settling of order " + settle.order() + " as " + settle.how();
        };
        return "operation " + number + " (" + what + ")";
    }
}
