package io.heddle.registry.audit;

import java.util.ArrayDeque;
import java.util.List;

/// The last writes. Any thread may call.
final class Trail {
    private final ArrayDeque<Write> writes = new ArrayDeque<>();
    private final int most;

    Trail(int most) {
        this.most = most;
    }

    synchronized void add(Write write) {
        if (writes.size() == most) {
            writes.removeLast();
        }
        writes.addFirst(write);
    }

    /// The latest first.
    synchronized List<Write> latest() {
        return List.copyOf(writes);
    }
}
