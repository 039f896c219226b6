package io.heddle.testkit.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is turned. Any thread may use it.
public final class TurnedClock implements InstantSource {
    private volatile Instant now;

    private TurnedClock(Instant start) {
        this.now = start;
    }

    /// A clock that shows a time.
    public static TurnedClock at(Instant start) {
        return new TurnedClock(start);
    }

    /// Turns it on, or back by a negative time.
    public synchronized void turn(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
