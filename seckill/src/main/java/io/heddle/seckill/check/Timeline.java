package io.heddle.seckill.check;

import io.heddle.seckill.check.Verdict.Rule;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Order;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What had been told before something was asked: the highest event that any answer had named by then.
final class Timeline {
    /// What an answer without an event of its own is said to name.
    private static final long NONE = -1;

    private final List<Operation> answered;
    private final long[] completed;
    private final long[] highest;
    private final Operation[] teller;

    Timeline(List<Operation> operations) {
        this.answered = operations.stream()
                .filter(operation -> asOf(operation) != NONE)
                .sorted(Comparator.comparingLong(Timeline::completion))
                .toList();
        this.completed = answered.stream().mapToLong(Timeline::completion).toArray();
        this.highest = new long[completed.length];
        this.teller = new Operation[completed.length];
        for (int i = 0; i < completed.length; i++) {
            boolean higher = i == 0 || asOf(answered.get(i)) > highest[i - 1];
            highest[i] = higher ? asOf(answered.get(i)) : highest[i - 1];
            teller[i] = higher ? answered.get(i) : teller[i - 1];
        }
    }

    /// The event that an answer names, or a negative number when it names none.
    static long asOf(Operation operation) {
        return switch (operation.answer().map(Operation.Answer::reply).orElseGet(Reply.Undecided::new)) {
            case Reply.Decided(Claim.NoActivity none) -> NONE;
            case Reply.Decided(Claim claim) -> claim.asOf();
            case Reply.Ordered ordered -> ordered.order().map(Order::asOf).orElse(NONE);
            case Reply.Undecided undecided -> NONE;
            case Reply.Refused refused -> NONE;
        };
    }

    private static long completion(Operation operation) {
        return operation.answer().orElseThrow().completed().nanos();
    }

    /// The highest event that was told before this was asked; 0 when none was.
    long known(Operation operation) {
        int place = before(operation);
        return place < 0 ? 0 : highest[place];
    }

    /// Checks that no answer forgets what had been told.
    void check(Findings findings) {
        for (Operation operation : answered) {
            int place = before(operation);
            long least = place < 0 ? 0 : highest[place] + (isWin(operation) ? 1 : 0);
            findings.require(
                    Rule.TIME,
                    asOf(operation) >= least,
                    () -> operation + " answers as of event " + asOf(operation) + ", but before it was asked "
                            + teller[place] + " had been answered as of event " + highest[place]);
        }
    }

    private static boolean isWin(Operation operation) {
        return operation.answer().orElseThrow().reply() instanceof Reply.Decided(Claim.Won won);
    }

    /// The place of the last answer that was complete before this was asked, -1 for none.
    private int before(Operation operation) {
        long invoked = operation.invoked().nanos();
        int place = Arrays.binarySearch(completed, invoked);
        place = place < 0 ? -place - 1 : place;
        while (place > 0 && completed[place - 1] >= invoked) {
            place--;
        }
        return place - 1;
    }
}
