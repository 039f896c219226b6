package io.heddle.bench.proof;

import io.heddle.bench.cast.Cast;
import io.heddle.bench.cast.Kill;
import io.heddle.bench.cast.Killing;
import io.heddle.bench.proof.Asker.Answer;
import io.heddle.seckill.check.Ask;
import io.heddle.seckill.check.Evidence;
import io.heddle.seckill.check.History;
import io.heddle.seckill.check.Operation;
import io.heddle.seckill.check.Reply;
import io.heddle.seckill.check.Verdict;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One sale of the proof: put up, sold to a crowd while processes are killed, and judged.
final class Sale {
    private static final int MOST_PAYMENTS = 100;
    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final Duration WINDOW = Duration.ofHours(6);

    private final Plan plan;
    private final Cast cast;
    private final Asker asker;
    private final int run;
    private final long seed;
    private final SplittableRandom random;
    private final Set<OrderId> paid = ConcurrentHashMap.newKeySet();
    private final History history = new History(InstantSource.system());

    Sale(Plan plan, Cast cast, Asker asker, int run, long seed) {
        this.plan = plan;
        this.cast = cast;
        this.asker = asker;
        this.run = run;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /// @param end until when all must be over, on the clock of {@link System#nanoTime()}
    Outcome run(long end) {
        long activity = putUp();
        SplittableRandom deadly = random.split();
        Crowd crowd = new Crowd(user -> claim(activity, user), shuffled(), end);
        long begun = System.nanoTime();
        Killing killing = cast.kill(deadly, () -> plan.kills() == 0 || crowd.done());
        try (killing) {
            crowd.buy();
        }
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        Papers papers = new Papers(asker, cast, activity);
        Evidence evidence = papers.gather(plan.users(), end);
        return outcome(evidence, killing.kills(), time);
    }

    private long putUp() {
        String product = asker.made(
                        cast.product(),
                        "/products",
                        "{\"name\":\"unit\",\"description\":\"\",\"price\":1.00,\"inventory\":%d}"
                                .formatted(plan.stock()))
                .path("id")
                .asString();
        Instant now = Instant.now();
        return asker.made(
                        cast.activity(),
                        "/activities",
                        "{\"name\":\"sale %d\",\"product\":%s,\"stock\":%d,\"start_time\":\"%s\",\"end_time\":\"%s\"}"
                                .formatted(run, product, plan.stock(), now.minusSeconds(1), now.plus(WINDOW)))
                .path("id")
                .asLong();
    }

    private int[] shuffled() {
        int[] users = IntStream.rangeClosed(1, plan.users()).toArray();
        for (int last = users.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = users[last];
            users[last] = users[other];
            users[other] = kept;
        }
        return users;
    }

    /// Every other one of those who win pays at once.
    private Optional<Claim> claim(long activity, UserId user) {
        Reply reply = history.run(new Ask.Take(activity, user), () -> Claims.reply(ask(activity, user)));
        if (!(reply instanceof Reply.Decided decided)) {
            return Optional.empty();
        }
        switch (decided.claim()) {
            case Claim.Won won when won.order().position() % 2 == 0 -> pay(won.order());
            case Claim.AlreadyWon won when won.order().position() % 2 == 0 -> pay(won.order());
            case Claim _ -> {}
        }
        return Optional.of(decided.claim());
    }

    private Optional<Answer> ask(long activity, UserId user) {
        return asker.post(cast.activity(), "/activities/" + activity + "/seckill", "{\"user_id\":" + user + "}");
    }

    /// Paying is recorded as something that may have happened; once it was confirmed, it must have.
    private void pay(OrderId order) {
        history.run(new Ask.Settle(order, Standing.PAID), () -> {
            for (int attempt = 0; attempt < MOST_PAYMENTS && !paid.contains(order); attempt++) {
                asker.post(cast.order(), "/orders/" + order + "/pay", "{}")
                        .filter(answer -> answer.status() == 200)
                        .ifPresentOrElse(_ -> paid.add(order), () -> LockSupport.parkNanos(PAUSE.toNanos()));
            }
            return new Reply.Undecided();
        });
    }

    private Outcome outcome(Evidence evidence, List<Kill> kills, Duration time) {
        Verdict verdict = history.judge(evidence);
        List<String> violations = new ArrayList<>();
        verdict.violations().forEach(violation -> violations.add(violation.toString()));
        int sold = wins(evidence);
        if (sold != plan.stock()) {
            violations.add(sold + " units were sold of " + plan.stock());
        }
        Map<OrderId, Standing> rows =
                evidence.rows().orElseThrow().stream().collect(Collectors.toMap(Order::id, Order::standing));
        paid.stream()
                .filter(order -> rows.get(order) != Standing.PAID)
                .forEach(order -> violations.add("order " + order + " was paid for, but is " + rows.get(order)));
        List<Operation> operations = history.operations().stream()
                .filter(operation -> operation.ask() instanceof Ask.Take)
                .toList();
        long open = operations.stream().filter(Sale::open).count();
        return new Outcome(
                run, seed, operations.size(), open, sold, paid.size(), kills, time, verdict.asked(), violations);
    }

    private static boolean open(Operation operation) {
        return operation.answer().isEmpty() || operation.answer().get().reply() instanceof Reply.Undecided;
    }

    private static int wins(Evidence evidence) {
        return (int) evidence.events().stream()
                .filter(event -> event instanceof Event.Won)
                .map(event -> ((Event.Won) event).user())
                .distinct()
                .count();
    }
}
