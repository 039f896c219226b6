package io.heddle.kit.client.guard;

import java.util.Arrays;
import java.util.function.LongSupplier;

/// Counts the calls of the last window in ten slots, opens when too many failed, and lets one through after a pause.
final class Breaker {
    private static final int SLOTS = 10;

    private final GuardSettings settings;
    private final LongSupplier nanos;
    private final long slotNanos;
    private final int[] calls = new int[SLOTS];
    private final int[] failures = new int[SLOTS];
    private long slot;
    private long openUntil;
    private boolean probing;
    private volatile boolean open;

    Breaker(GuardSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
        this.slotNanos = Math.max(1, settings.breakerWindow().toNanos() / SLOTS);
    }

    /// Whether a call may go. When it may, exactly one of {@link #succeeded()} and {@link #failed()} must follow.
    boolean admits() {
        return !open || admitProbe();
    }

    private synchronized boolean admitProbe() {
        if (open && (probing || nanos.getAsLong() - openUntil < 0)) {
            return false;
        }
        probing = open;
        return true;
    }

    synchronized void succeeded() {
        roll();
        calls[place()]++;
        if (probing || open) {
            close();
        }
    }

    synchronized void failed() {
        roll();
        calls[place()]++;
        failures[place()]++;
        if (probing || tooMany()) {
            open = true;
            probing = false;
            openUntil = nanos.getAsLong() + settings.breakerPause().toNanos();
        }
    }

    private void close() {
        open = false;
        probing = false;
        Arrays.fill(calls, 0);
        Arrays.fill(failures, 0);
    }

    private boolean tooMany() {
        int all = 0;
        int bad = 0;
        for (int i = 0; i < SLOTS; i++) {
            all += calls[i];
            bad += failures[i];
        }
        return !settings.breakerWindow().isZero()
                && all >= settings.breakerVolume()
                && bad * 100L >= (long) all * settings.breakerPercent();
    }

    private int place() {
        return Math.floorMod(slot, SLOTS);
    }

    /// Moves on to the slot of now and empties those passed over.
    private void roll() {
        long now = nanos.getAsLong() / slotNanos;
        long steps = Math.min(SLOTS, now - slot);
        for (long i = 0; i < steps; i++) {
            int passed = Math.floorMod(now - i, SLOTS);
            calls[passed] = 0;
            failures[passed] = 0;
        }
        slot = now;
    }
}
