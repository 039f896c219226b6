package io.heddle.bench.cast;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Kills one process after another at random moments and starts each again, on a thread of its own.
final class Killer implements Killing {
    private static final Duration SOONEST = Duration.ofMillis(20);
    private static final Duration LATEST = Duration.ofMillis(350);
    /// Of ten kills this many meet the service that decides.
    private static final int AT_THE_ENGINE = 7;

    /// Of ten that are killed this many are killed again while they start.
    private static final int IN_THEIR_START = 2;

    private final List<Actor> mortals;
    private final RandomGenerator random;
    private final BooleanSupplier enough;
    private final List<Kill> kills = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable RuntimeException failure;

    /// @param enough whether no more is to be killed
    private Killer(List<Actor> mortals, RandomGenerator random, BooleanSupplier enough) {
        this.mortals = mortals;
        this.random = random;
        this.enough = enough;
        this.thread = Thread.ofPlatform().name("killer").unstarted(this::work);
    }

    static Killer start(List<Actor> mortals, RandomGenerator random, BooleanSupplier enough) {
        Killer killer = new Killer(mortals, random, enough);
        killer.thread.start();
        return killer;
    }

    private void work() {
        try {
            while (!stopped && !enough.getAsBoolean()) {
                LockSupport.parkNanos(random.nextLong(SOONEST.toNanos(), LATEST.toNanos()));
                if (!stopped && !enough.getAsBoolean()) {
                    kill(victim());
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private Actor victim() {
        if (random.nextInt(10) < AT_THE_ENGINE) {
            return mortals.stream()
                    .filter(actor -> actor.name().equals("activity"))
                    .findFirst()
                    .orElseThrow();
        }
        return mortals.get(random.nextInt(mortals.size()));
    }

    private void kill(Actor victim) {
        long begun = System.nanoTime();
        victim.kill();
        boolean again = random.nextInt(10) < IN_THEIR_START;
        if (again) {
            victim.startAndKill(Duration.ofNanos(random.nextLong(LATEST.toNanos() * 2)));
        }
        victim.startAgain();
        Duration back = Duration.ofNanos(System.nanoTime() - begun);
        kills.add(new Kill(victim.name(), back));
        if (again) {
            kills.add(new Kill(victim.name() + " while it started", back));
        }
    }

    @Override
    public List<Kill> kills() {
        return List.copyOf(kills);
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RuntimeException failed = failure;
        if (failed != null) {
            throw new IllegalStateException("a killed process did not come back", failed);
        }
    }
}
