package io.heddle.seckill.check;

import io.heddle.seckill.check.Verdict.Rule;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether an answer is what the sequential model says after the event that the answer names.
final class Agreement {
    /// The times that the clock of the sale may have shown while something was decided.
    private record Span(Instant from, Instant to) {}

    private final Fold fold;
    private final Findings findings;
    private final Duration tolerance;

    Agreement(Fold fold, Findings findings, Duration tolerance) {
        this.fold = fold;
        this.findings = findings;
        this.tolerance = tolerance;
    }

    /// Checks an operation whose answer names the event that the fold stands at.
    void check(Operation operation) {
        Operation.Answer answer = operation.answer().orElseThrow();
        boolean agrees = switch (answer.reply()) {
            case Reply.Decided(Claim claim) -> agrees(operation, claim);
            case Reply.Ordered(Optional<Order> order) -> agrees(operation, order.orElseThrow());
            case Reply.Undecided undecided -> true;
            case Reply.Refused refused -> true;
        };
        findings.require(Rule.ANSWER, agrees, () -> sentence(operation, answer.reply()));
    }

    private String sentence(Operation operation, Reply reply) {
        String state = operation.ask() instanceof Ask.Settle settle
                ? "it is " + fold.order(settle.order())
                : fold.of(user(operation.ask()));
        return operation + " was answered " + reply + ", but after event " + fold.number() + " " + state;
    }

    private static UserId user(Ask ask) {
        return switch (ask) {
            case Ask.Take take -> take.user();
            case Ask.Look look -> look.user();
            case Ask.Settle settle -> throw new IllegalArgumentException(settle + " has no user");
        };
    }

    private boolean agrees(Operation operation, Claim claim) {
        if (operation.ask() instanceof Ask.Settle) {
            return false;
        }
        boolean look = operation.ask() instanceof Ask.Look;
        boolean fits = look ? !(claim instanceof Claim.Won) : !(claim instanceof Claim.None);
        boolean inside = !(claim instanceof Claim.Won won) || isIn(operation, won);
        return fits && inside && agrees(user(operation.ask()), claim, span(operation, fold.last()));
    }

    /// Whether the win of an operation was within it by the clocks. The sale's clock stands still where the other
    /// goes back.
    private boolean isIn(Operation operation, Claim.Won won) {
        Order order = fold.order(won.order()).orElse(null);
        Span span = span(operation, fold.previous());
        return order != null && !order.won().isBefore(span.from) && !order.won().isAfter(span.to);
    }

    private Span span(Operation operation, Instant least) {
        Instant from = operation.invoked().at().minus(tolerance);
        Instant to = operation.answer().orElseThrow().completed().at().plus(tolerance);
        return new Span(from, to.isBefore(least) ? least : to);
    }

    private boolean agrees(UserId user, Claim claim, Span span) {
        return switch (claim) {
            case Claim.Won won -> isHeld(user, won);
            case Claim.AlreadyWon won -> isLive(user, won);
            case Claim.Released gone -> !gone.standing().live() && has(user, gone.order(), gone.standing());
            case Claim.SoldOut out -> isBuyer(user, span) && fold.available() == 0 && out.last() == (fold.held() == 0);
            case Claim.None none -> isBuyer(user, span) && fold.available() > 0;
            case Claim.NotStarted early -> fold.unit(user) == null && isEarly(early, span);
            case Claim.Ended ended -> fold.unit(user) == null && isOver(span);
            case Claim.NoActivity none -> fold.terms() == null;
        };
    }

    private boolean isHeld(UserId user, Claim.Won claim) {
        Fold.Unit unit = fold.unit(user);
        return unit != null
                && unit.won().number() == claim.asOf()
                && unit.won().order().equals(claim.order())
                && unit.won().payBy().equals(claim.payBy());
    }

    private boolean isLive(UserId user, Claim.AlreadyWon claim) {
        Fold.Unit unit = fold.unit(user);
        return claim.standing().live()
                && has(user, claim.order(), claim.standing())
                && unit != null
                && unit.won().payBy().equals(claim.payBy());
    }

    private boolean has(UserId user, OrderId order, Standing standing) {
        Fold.Unit unit = fold.unit(user);
        return unit != null && unit.won().order().equals(order) && unit.standing() == standing;
    }

    /// Whether a user without an order may have asked inside the window.
    private boolean isBuyer(UserId user, Span span) {
        Terms terms = fold.terms();
        return fold.unit(user) == null
                && terms != null
                && terms.open()
                && !span.to.isBefore(terms.start())
                && span.from.isBefore(terms.end());
    }

    private boolean isEarly(Claim.NotStarted claim, Span span) {
        Terms terms = fold.terms();
        return terms != null
                && claim.start().equals(terms.start())
                && claim.now().isBefore(terms.start())
                && !claim.now().isBefore(span.from)
                && !claim.now().isAfter(span.to);
    }

    private boolean isOver(Span span) {
        Terms terms = fold.terms();
        if (terms == null || span.to.isBefore(terms.start())) {
            return false;
        }
        return !terms.open() || !span.to.isBefore(terms.end());
    }

    private boolean agrees(Operation operation, Order order) {
        Optional<Order> own = fold.order(order.id());
        if (!(operation.ask() instanceof Ask.Settle settle)
                || own.isEmpty()
                || !own.get().equals(order)) {
            return false;
        }
        Span span = span(operation, fold.last());
        boolean early = settle.how() == Standing.EXPIRED && span.from.isBefore(order.payBy());
        return settle.order().equals(order.id()) && (order.standing() != Standing.HELD || early);
    }

    /// Checks the end: what users are told, and the rows of the database.
    void checkEnd(Evidence evidence) {
        Span any = new Span(Instant.MIN, Instant.MAX);
        evidence.looks().forEach((user, claim) -> {
            boolean last = claim instanceof Claim.NoActivity || claim.asOf() == fold.number();
            findings.require(
                    Rule.END,
                    last && !(claim instanceof Claim.Won) && agrees(user, claim, any),
                    () -> "at the end user " + user + " is told " + claim + ", but after event " + fold.number() + " "
                            + fold.of(user));
        });
        evidence.rows().ifPresent(this::checkRows);
    }

    private void checkRows(List<Order> rows) {
        Map<OrderId, Order> byId = new HashMap<>();
        for (Order row : rows) {
            Order twin = byId.put(row.id(), row);
            findings.require(Rule.END, twin == null, () -> "the rows have order " + row.id() + " twice");
            boolean won = fold.order(row.id()).isPresent();
            findings.require(Rule.END, won, () -> "the rows have an order that was never won: " + row);
        }
        for (Fold.Unit unit : fold.units()) {
            Order own = unit.order(fold.number());
            Order row = byId.get(own.id());
            boolean same = row != null && unit.order(row.asOf()).equals(row);
            findings.require(Rule.END, same, () -> "the events have " + own + ", the rows " + row);
        }
    }

    /// Checks an answer that names no event, when the fold stands at the last one.
    ///
    /// @param known the highest event that was told before it was asked
    void checkAbsence(Operation operation, long known) {
        boolean agrees = switch (operation.answer().orElseThrow().reply()) {
            case Reply.Decided decided -> known == 0 || fold.isRemoved();
            case Reply.Ordered ordered -> !isWonBy(operation.ask(), known);
            case Reply.Undecided undecided -> true;
            case Reply.Refused refused -> true;
        };
        findings.require(
                Rule.ANSWER,
                agrees,
                () -> operation + " was answered that there is none, but event " + known + " had been told before");
    }

    private boolean isWonBy(Ask ask, long known) {
        Fold.Unit unit = ask instanceof Ask.Settle settle ? fold.unit(settle.order()) : null;
        return unit != null && unit.won().number() <= known;
    }
}
