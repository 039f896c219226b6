package io.heddle.gateway.relay;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Buffers that are used again, at most so many of them.
final class Buffers {
    static final int SIZE = 16_384;

    private final ConcurrentLinkedDeque<byte[]> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();
    private final int most;

    Buffers(int most) {
        this.most = most;
    }

    byte[] take() {
        byte @Nullable [] kept = idle.pollFirst();
        if (kept == null) {
            return new byte[SIZE];
        }
        count.decrementAndGet();
        return kept;
    }

    void give(byte[] buffer) {
        if (count.incrementAndGet() <= most) {
            idle.addFirst(buffer);
        } else {
            count.decrementAndGet();
        }
    }
}
