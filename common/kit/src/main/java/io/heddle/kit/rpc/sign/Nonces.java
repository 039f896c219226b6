package io.heddle.kit.rpc.sign;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/// Remembers what was used, each for as long as its signature could hold. Safe for use by any thread.
final class Nonces {
    private final int most;
    private final Set<String> used = new HashSet<>();
    private final ArrayDeque<Used> order = new ArrayDeque<>();

    /// One that was used, and until when it must be remembered.
    private record Used(String nonce, long until) {}

    /// What came of an attempt to use one.
    enum Use {
        FIRST,
        AGAIN,
        FULL
    }

    Nonces(int most) {
        this.most = most;
    }

    /// Uses one. Those that came first are forgotten first, so that each is remembered for the same time.
    synchronized Use use(String nonce, long now, long until) {
        while (!order.isEmpty() && order.getFirst().until() < now) {
            used.remove(order.removeFirst().nonce());
        }
        if (used.contains(nonce)) {
            return Use.AGAIN;
        }
        if (used.size() >= most) {
            return Use.FULL;
        }
        used.add(nonce);
        order.addLast(new Used(nonce, until));
        return Use.FIRST;
    }
}
