package io.heddle.kit.client.balance;

import io.heddle.kit.client.balance.Targets.Target;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The state behind a {@link Node}. Counts are exact; the failure score is an estimate that halves every few seconds.
final class Instance implements Node {
    private static final double FAILURE_WEIGHT = 10;
    private static final double HALF_LIFE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long STALL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int STALL_PENALTY = 1000;
    private static final long ANSWER = 1L << 32;
    private static final int MAX_EJECTION_FACTOR = 10;

    private final Ejections ejections;
    /// Requests under way in the low half; in the high half a count that goes on with every answer.
    private final AtomicLong load = new AtomicLong();

    private final AtomicInteger failuresInRow = new AtomicInteger();
    private final long since = System.nanoTime();
    private volatile Target target;
    private volatile int seenAnswers;
    private volatile long seenAt = since;
    private volatile long ejectedUntil;
    private volatile boolean out;
    private volatile boolean settled;
    private volatile double failures;
    private volatile long failuresAt;
    private int timesEjected;

    Instance(Target target, Ejections ejections) {
        this.target = target;
        this.ejections = ejections;
    }

    /// Follows a change of weight or zone.
    void update(Target now) {
        target = now;
    }

    /// Counts a request in; the first after a quiet spell counts as an answer, so that quiet is not taken for a stall.
    void begin() {
        if ((int) load.getAndIncrement() == 0) {
            load.addAndGet(ANSWER);
        }
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public void succeeded() {
        load.addAndGet(ANSWER - 1);
        if (failuresInRow.get() != 0 || out) {
            failuresInRow.set(0);
            readmit();
        }
    }

    @Override
    public void failed() {
        load.decrementAndGet();
        addFailure(System.nanoTime());
        if (failuresInRow.incrementAndGet() >= ejections.settings().consecutiveFailures()) {
            eject();
        }
    }

    @Override
    public void abandoned() {
        load.decrementAndGet();
    }

    @Override
    public int underWay() {
        return (int) load.get();
    }

    @Override
    public boolean ejected() {
        return out && ejectedUntil - System.nanoTime() > 0;
    }

    /// Requests under way plus recent failures; far above all others while it has requests but answers none.
    int score() {
        long seen = load.get();
        int busy = (int) seen;
        double recent = failures;
        if (recent == 0 && busy == 0) {
            return 0;
        }
        long now = System.nanoTime();
        int stalled = busy > 0 && stalled((int) (seen >>> 32), now) ? STALL_PENALTY : 0;
        return busy + stalled + (recent == 0 ? 0 : (int) decayed(recent, now));
    }

    /// Whether there was no answer since it was looked at a while ago. The clock is read here and not with each answer,
    /// which is far more often.
    private boolean stalled(int answers, long now) {
        if (answers != seenAnswers) {
            seenAnswers = answers;
            seenAt = now;
        }
        return now - seenAt > STALL_NANOS;
    }

    /// The weight it has by now, rising from a tenth over the slow start.
    int weight() {
        int full = target.weight();
        if (settled || full == 0) {
            return full;
        }
        long start = ejections.settings().slowStart().toNanos();
        long age = System.nanoTime() - since;
        settled = age >= start;
        return settled ? full : (int) Math.max(1, full * Math.max(0.1, (double) age / start));
    }

    private synchronized void addFailure(long now) {
        failures = decayed(failures, now) + FAILURE_WEIGHT;
        failuresAt = now;
    }

    private double decayed(double value, long now) {
        double left = value * Math.pow(2, -(now - failuresAt) / HALF_LIFE_NANOS);
        return left < 1 ? 0 : left;
    }

    private synchronized void eject() {
        boolean stillOut = out && ejectedUntil - System.nanoTime() > 0;
        if (!stillOut && (out || ejections.admit())) {
            out = true;
            timesEjected = Math.min(timesEjected + 1, MAX_EJECTION_FACTOR);
            ejectedUntil = System.nanoTime() + ejections.settings().ejection().toNanos() * timesEjected;
        }
    }

    private synchronized void readmit() {
        if (out) {
            out = false;
            ejections.release();
        }
        timesEjected = Math.max(0, timesEjected - 1);
    }

    /// It is no longer among the instances.
    synchronized void gone() {
        if (out) {
            out = false;
            ejections.release();
        }
    }
}
