package io.heddle.registry.watch;

import java.util.concurrent.ConcurrentHashMap;

/// How many streams each lease has. A client opens its next stream before it closes the last one.
final class Bindings {
    private final ConcurrentHashMap<Long, Integer> streams = new ConcurrentHashMap<>();

    void bind(long lease) {
        streams.merge(lease, 1, Integer::sum);
    }

    /// True when it was the last one.
    boolean release(long lease) {
        return streams.computeIfPresent(lease, (key, count) -> count == 1 ? null : count - 1) == null;
    }
}
