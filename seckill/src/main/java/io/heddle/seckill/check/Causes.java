package io.heddle.seckill.check;

import io.heddle.seckill.check.Verdict.Rule;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who asked for what happened: each win is told as new to exactly one claim of its user, or to none that was
/// answered; each payment and return has somebody who asked for it.
final class Causes {
    private final Timeline timeline;
    private final Findings findings;
    private final Map<Object, List<Operation>> asked = new HashMap<>();

    Causes(List<Operation> operations, Timeline timeline, Findings findings) {
        this.timeline = timeline;
        this.findings = findings;
        operations.forEach(this::note);
    }

    private void note(Operation operation) {
        if (operation.answer().isPresent() && operation.answer().get().reply() instanceof Reply.Refused) {
            return;
        }
        switch (operation.ask()) {
            case Ask.Take take -> note(take.user(), operation);
            case Ask.Settle settle -> note(settle.order(), operation);
            case Ask.Look look -> {}
        }
    }

    private void note(Object key, Operation operation) {
        asked.computeIfAbsent(key, ignored -> new ArrayList<>()).add(operation);
    }

    void check(List<Event> events) {
        for (Event event : events) {
            switch (event) {
                case Event.Won won -> check(won);
                case Event.Settled settled -> check(settled);
                case Event.Arranged arranged -> {}
                case Event.Removed removed -> {}
            }
        }
    }

    private void check(Event.Won won) {
        List<Operation> claims = asked.getOrDefault(won.user(), List.of());
        List<Operation> told =
                claims.stream().filter(claim -> isTold(claim, won.order())).toList();
        findings.require(Rule.CAUSE, told.size() <= 1, () -> "order " + won.order() + " was told as new by " + told);
        findings.require(
                Rule.CAUSE,
                !told.isEmpty() || claims.stream().anyMatch(claim -> mayBe(claim, won.number())),
                () -> "event " + won.number() + " is a win that no operation asked for by then and was left open: "
                        + won);
    }

    private static boolean isTold(Operation claim, OrderId order) {
        return claim.answer().isPresent()
                && claim.answer().get().reply() instanceof Reply.Decided(Claim.Won won)
                && won.order().equals(order);
    }

    /// Whether an operation without an answer may have made an event.
    private boolean mayBe(Operation operation, long event) {
        return operation.open() && timeline.known(operation) < event;
    }

    private void check(Event.Settled settled) {
        if (settled.standing() == Standing.EXPIRED) {
            return;
        }
        List<Operation> asks = asked.getOrDefault(settled.order(), List.of());
        findings.require(
                Rule.CAUSE,
                asks.stream().anyMatch(ask -> isCause(ask, settled)),
                () -> "event " + settled.number() + " is a settlement that no operation asked for by then: " + settled);
    }

    private boolean isCause(Operation operation, Event.Settled settled) {
        boolean same = operation.ask() instanceof Ask.Settle settle && settle.how() == settled.standing();
        boolean known = operation.open() || Timeline.asOf(operation) >= settled.number();
        return same && known && timeline.known(operation) < settled.number();
    }
}
