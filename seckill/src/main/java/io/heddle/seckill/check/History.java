package io.heddle.seckill.check;

import io.heddle.seckill.check.Verdict.Rule;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.UndecidedException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was asked of sales and what was answered, recorded from any number of threads, and judged.
///
/// A sale is right when its operations can be put in one order that keeps real time and in which each answer is that
/// of a single thread (linearizable). That order is not searched for: each answer names the event that it is as of,
/// which makes judging linear. So all that is judged is by the events, and the events by themselves and by what they
/// were asked for.
public final class History {
    /// One that is under way until its answer is set.
    private static final class Pending {
        private final int number;
        private final Ask ask;
        private final Operation.Moment invoked;
        private volatile Operation.@Nullable Answer answer;

        private Pending(int number, Ask ask, Operation.Moment invoked) {
            this.number = number;
            this.ask = ask;
            this.invoked = invoked;
        }

        private Operation operation() {
            return new Operation(number, ask, invoked, Optional.ofNullable(answer));
        }
    }

    private final LongSupplier nanos;
    private final InstantSource clock;
    private final AtomicInteger count = new AtomicInteger();
    private final Queue<Pending> operations = new ConcurrentLinkedQueue<>();

    /// A history that orders operations by {@link System#nanoTime}.
    ///
    /// @param clock the clock that the sales go by, or one close to it
    public History(InstantSource clock) {
        this(System::nanoTime, clock);
    }

    /// A history on given clocks.
    ///
    /// @param nanos never goes back
    /// @param clock the clock that the sales go by, or one close to it
    public History(LongSupplier nanos, InstantSource clock) {
        this.nanos = nanos;
        this.clock = clock;
    }

    /// Asks a stock and records it. One that is undecided is recorded so, and returned so.
    public Reply ask(Stock stock, Ask ask) {
        return run(ask, () -> switch (ask) {
            case Ask.Take take -> new Reply.Decided(stock.claim(take.activity(), take.user()));
            case Ask.Look look -> new Reply.Decided(stock.standing(look.activity(), look.user()));
            case Ask.Settle settle -> new Reply.Ordered(stock.settle(settle.order(), settle.how()));
        });
    }

    /// Makes a call and records it as an operation. A call that ends by another exception than
    /// {@link UndecidedException} is left without an answer, and the exception goes on.
    public Reply run(Ask ask, Supplier<Reply> call) {
        Pending pending = new Pending(count.incrementAndGet(), ask, now());
        operations.add(pending);
        Reply reply;
        try {
            reply = call.get();
        } catch (UndecidedException undecided) {
            reply = new Reply.Undecided();
        }
        pending.answer = new Operation.Answer(reply, now());
        return reply;
    }

    private Operation.Moment now() {
        return new Operation.Moment(nanos.getAsLong(), clock.instant());
    }

    /// All operations so far, in about the order in which they were begun.
    public List<Operation> operations() {
        return operations.stream().map(Pending::operation).toList();
    }

    /// Judges what was recorded of a sale.
    public Verdict judge(Evidence evidence) {
        return judge(operations(), evidence);
    }

    /// Judges operations that were recorded elsewhere; those of other sales are left out.
    public static Verdict judge(List<Operation> operations, Evidence evidence) {
        List<Operation> own = operations.stream()
                .filter(operation -> operation.ask().activity() == evidence.activity())
                .toList();
        Findings findings = new Findings();
        Timeline timeline = new Timeline(own);
        timeline.check(findings);
        new Causes(own, timeline, findings).check(evidence.events());
        replay(own, evidence, timeline, findings);
        return findings.verdict();
    }

    private static void replay(List<Operation> operations, Evidence evidence, Timeline timeline, Findings findings) {
        Fold fold = new Fold(evidence.activity(), findings);
        Agreement agreement = new Agreement(fold, findings, evidence.tolerance());
        Map<Long, List<Operation>> byEvent = operations.stream()
                .filter(operation -> Timeline.asOf(operation) >= 0)
                .collect(Collectors.groupingBy(Timeline::asOf));
        take(byEvent, 0).forEach(agreement::check);
        for (Event event : evidence.events()) {
            fold.apply(event);
            take(byEvent, event.number()).forEach(agreement::check);
        }
        byEvent.values()
                .forEach(late -> late.forEach(operation -> findings.require(
                        Rule.ANSWER,
                        false,
                        () -> operation + " is answered as of event " + Timeline.asOf(operation)
                                + ", which is not among the events; the last is " + fold.number())));
        operations.stream()
                .filter(operation -> !operation.open() && Timeline.asOf(operation) < 0)
                .forEach(operation -> agreement.checkAbsence(operation, timeline.known(operation)));
        agreement.checkEnd(evidence);
    }

    private static List<Operation> take(Map<Long, List<Operation>> byEvent, long number) {
        List<Operation> some = byEvent.remove(number);
        return some == null ? List.of() : some;
    }
}
