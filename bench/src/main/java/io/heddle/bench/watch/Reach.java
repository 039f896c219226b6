package io.heddle.bench.watch;

import java.time.Duration;
import java.util.List;

/// How long changes took to reach the last of the watchers.
///
/// @param times from before the change was sent until the last watcher had it, shortest first
public record Reach(List<Duration> times) {
    /// Sorts them.
    public Reach {
        times = times.stream().sorted().toList();
    }

    /// The shortest.
    public Duration fastest() {
        return times.getFirst();
    }

    /// The one in the middle.
    public Duration median() {
        return times.get(times.size() / 2);
    }

    /// The longest.
    public Duration slowest() {
        return times.getLast();
    }
}
