package io.heddle.kit.server.guard;

import java.util.concurrent.atomic.AtomicBoolean;

/// A live stream and what is due for it.
final class Standing {
    private final Live stream;
    private final long heartbeat;
    private final AtomicBoolean beating = new AtomicBoolean();
    private final AtomicBoolean ending = new AtomicBoolean();

    Standing(Live stream, long heartbeat) {
        this.stream = stream;
        this.heartbeat = heartbeat;
    }

    void beat() {
        if (beating.compareAndSet(false, true)) {
            Thread.ofVirtual().name("heartbeat").start(() -> {
                stream.beat();
                beating.set(false);
            });
        }
    }

    void over() {
        stream.over();
    }

    long heartbeat() {
        return heartbeat;
    }

    void end() {
        if (ending.compareAndSet(false, true)) {
            Thread.ofVirtual().name("stream-end").start(stream::end);
        }
    }
}
