package io.heddle.seckill.journalled;

import io.heddle.seckill.check.Ask;
import io.heddle.seckill.check.Evidence;
import io.heddle.seckill.check.History;
import io.heddle.seckill.check.Operation;
import io.heddle.seckill.check.Reply;
import io.heddle.seckill.check.Verdict;
import io.heddle.seckill.journal.Journal;
import io.heddle.seckill.journal.JournalException;
import io.heddle.seckill.journal.JournalKind;
import io.heddle.seckill.journal.VirtualDisk;
import io.heddle.seckill.journal.chain.Chain;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Tally;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UndecidedException;
import io.heddle.seckill.sale.UserId;
import io.heddle.testkit.clock.TurnedClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// The engine in a world that one seed decides: one thread, a virtual disk, a clock that is turned. Whatever else
/// may happen happens at any point of a write: claims, settlements, answers, time-outs, failures, the end of the
/// process and of the power. What was told is judged by the sequential model.
final class Simulation {
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final Duration HOLD = Duration.ofSeconds(10);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long SALE = 7;

    /// Something that was asked and not answered yet.
    private record Waiting(int number, Ask ask, Operation.Moment invoked, Pending<Reply> pending) {}

    private final SplittableRandom random;
    private final TurnedClock clock;
    private final boolean clockGoesBack;
    private final int users;
    private final JournalSettings settings;
    private final VirtualDisk disk = new VirtualDisk();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private Terms terms;
    private Journal journal;
    private Arbiter arbiter;
    private @Nullable Throwable halted;
    private boolean quiet;
    private long ticks;
    private long told;

    private Simulation(long seed) {
        random = new SplittableRandom(seed);
        clock = TurnedClock.at(START.minusMillis(random.nextInt(3000)));
        clockGoesBack = random.nextInt(4) == 0;
        users = 2 + random.nextInt(6);
        settings = new JournalSettings(JournalKind.ROCKSDB, 2 + random.nextInt(12), Duration.ofSeconds(2));
        terms = new Terms(SALE, 1 + random.nextInt(4), START, START.plus(WINDOW), HOLD, true);
        disk.hook(this::at);
        open();
    }

    /// Plays the schedule of a seed.
    ///
    /// @return what went wrong, none when nothing did
    static @Nullable String run(long seed) {
        try {
            return new Simulation(seed).play();
        } catch (RuntimeException | AssertionError e) {
            return e.toString();
        }
    }

    private void open() {
        journal = disk.open();
        arbiter = new Arbiter(
                settings, journal, new JournalledStock.Ground(clock, () -> ticks, failure -> halted = failure, 17));
        arbiter.recover(ticks);
        arbiter.requireAtLeast(SALE, told);
    }

    private @Nullable String play() {
        put(terms);
        int steps = 20 + random.nextInt(120);
        for (int i = 0; i < steps; i++) {
            step();
        }
        return judge();
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0 -> restart(new Crash());
            case 1, 2, 3, 4, 5 -> commit();
            default -> stir();
        }
    }

    /// What can happen while the writer waits for the disk.
    private void stir() {
        switch (random.nextInt(20)) {
            case 0 -> put(terms.units(1 + random.nextInt(5)).open(random.nextInt(8) != 0));
            case 1, 2 -> arbiter.sweep();
            case 3 -> clock.turn(Duration.ofMillis(random.nextInt(100)));
            case 4 -> clock.turn(toBoundary());
            case 5 -> clock.turn(leap());
            case 6, 7, 8, 9, 10, 11 -> tell();
            case 12, 13, 14 -> ask(new Ask.Settle(order(), settlement()));
            case 15 -> ask(new Ask.Look(SALE, user()));
            default -> ask(new Ask.Take(SALE, user()));
        }
    }

    private Duration leap() {
        long millis = random.nextInt((int) HOLD.toMillis());
        return Duration.ofMillis(clockGoesBack && random.nextBoolean() ? -millis : millis);
    }

    /// To the start or the end of the window or a millisecond beside, when that is near enough.
    private Duration toBoundary() {
        Instant boundary = (random.nextInt(3) == 0 ? START : START.plus(WINDOW)).plusMillis(random.nextInt(3) - 1);
        Duration way = Duration.between(clock.instant(), boundary);
        boolean near = way.compareTo(HOLD.multipliedBy(2)) < 0;
        return near && (clockGoesBack || !way.isNegative()) ? way : Duration.ZERO;
    }

    private UserId user() {
        return UserId.of(1 + random.nextInt(users));
    }

    private OrderId order() {
        return new OrderId(SALE, 1 + random.nextInt(4));
    }

    private Standing settlement() {
        return Standing.values()[1 + random.nextInt(3)];
    }

    private void at(VirtualDisk.Point point) {
        while (!quiet && random.nextInt(3) != 0) {
            stir();
        }
        if (!quiet && random.nextInt(30) == 0) {
            throw new Crash();
        }
        boolean before = point != VirtualDisk.Point.SYNCED && point != VirtualDisk.Point.MARKED;
        if (!quiet && before && random.nextInt(60) == 0) {
            disk.failSync(random);
            throw new JournalException("the virtual disk fails", new IOException("EIO"));
        }
    }

    private void commit() {
        Batch batch = arbiter.poll();
        if (batch != null) {
            arbiter.commit(batch);
        }
        if (halted instanceof Crash crash) {
            restart(crash);
        } else if (halted != null) {
            askInVain();
            restart(new Crash());
        }
    }

    /// After a failure of the disk nothing is decided and nothing is written any more.
    private void askInVain() {
        for (int i = 0; i < 5; i++) {
            stir();
            require(arbiter.poll() == null, "there is something to write after a failure");
        }
        while (!waiting.isEmpty()) {
            tell();
        }
        require(disk.syncsAfterFailure() == 0, "something was synced after a failure");
    }

    private void restart(Crash ignored) {
        while (!waiting.isEmpty()) {
            Waiting lost = waiting.removeLast();
            operations.add(new Operation(lost.number(), lost.ask(), lost.invoked(), Optional.empty()));
        }
        halted = null;
        disk.crash(random, random.nextBoolean());
        open();
        if (!arbiter.survey((ledger, now) -> ledger.terms()).await().contains(terms)) {
            put(terms);
        }
    }

    private void put(Terms next) {
        try {
            Optional<String> refusal =
                    arbiter.decide(SALE, (ledger, now) -> ledger.put(next, now)).value();
            terms = refusal.isEmpty() ? next : terms;
        } catch (UndecidedException e) {
            require(!e.getMessage().isEmpty(), "a refusal says why");
        }
    }

    private void ask(Ask ask) {
        int number = operations.size() + waiting.size() + 1;
        Operation.Moment invoked = now();
        try {
            Pending<Reply> pending = arbiter.decide(SALE, (ledger, now) -> answer(ledger, ask, now));
            waiting.add(new Waiting(number, ask, invoked, pending));
        } catch (UndecidedException e) {
            record(number, ask, invoked, new Reply.Refused());
        }
    }

    private static Reply answer(Ledger ledger, Ask ask, long now) {
        return switch (ask) {
            case Ask.Take take -> new Reply.Decided(ledger.claim(SALE, take.user(), now));
            case Ask.Look look -> new Reply.Decided(ledger.standing(SALE, look.user(), now));
            case Ask.Settle settle -> new Reply.Ordered(ledger.settle(settle.order(), settle.how(), now));
        };
    }

    private Operation.Moment now() {
        return new Operation.Moment(++ticks, clock.instant());
    }

    private void record(int number, Ask ask, Operation.Moment invoked, Reply reply) {
        Operation.Answer answer = new Operation.Answer(reply, now());
        operations.add(new Operation(number, ask, invoked, Optional.of(answer)));
    }

    /// Tells one of the answers that can be told.
    private void tell() {
        List<Waiting> ready =
                waiting.stream().filter(each -> each.pending().ready()).toList();
        if (!ready.isEmpty()) {
            Waiting one = ready.get(random.nextInt(ready.size()));
            waiting.remove(one);
            record(one.number(), one.ask(), one.invoked(), reply(one.pending()));
        }
    }

    private Reply reply(Pending<Reply> pending) {
        try {
            Reply reply = pending.await();
            if (reply instanceof Reply.Decided(Claim claim)) {
                told = Math.max(told, claim.asOf());
            }
            return reply;
        } catch (UndecidedException e) {
            return new Reply.Undecided();
        }
    }

    private @Nullable String judge() {
        quiet = true;
        settle();
        for (int user = 1; user <= users; user++) {
            ask(new Ask.Take(SALE, UserId.of(user)));
            settle();
        }
        Map<UserId, Claim> looks = new HashMap<>();
        for (int user = 1; user <= users; user++) {
            UserId each = UserId.of(user);
            looks.put(
                    each,
                    arbiter.decide(SALE, (ledger, now) -> ledger.standing(SALE, each, now))
                            .await());
        }
        requireNothingLeft(looks);
        List<Event> events = journal.read(SALE, 0, Integer.MAX_VALUE).stream()
                .map(Chain::read)
                .toList();
        Duration tolerance = clockGoesBack ? Duration.ofHours(1) : Duration.ZERO;
        Verdict verdict =
                History.judge(operations, Evidence.of(SALE, events).looks(looks).tolerance(tolerance));
        return verdict.right() ? null : verdict.violations().toString();
    }

    private void settle() {
        commit();
        while (!waiting.isEmpty()) {
            tell();
        }
    }

    /// While the sale goes on, a unit is left only when everybody has had one.
    private void requireNothingLeft(Map<UserId, Claim> looks) {
        Tally tally = arbiter.decide(SALE, (ledger, now) -> ledger.tally(SALE))
                .await()
                .orElseThrow();
        require(tally.available() >= 0, "more is sold than there is: " + tally);
        boolean unserved = looks.values().stream().anyMatch(claim -> claim instanceof Claim.None);
        require(!unserved, "a unit is left for one who asked: " + looks);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
