package io.heddle.seckill.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heddle.seckill.loop.Loop.Next;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    @Test
    void goesOnAfterARoundThatFailedInWhateverWay() {
        AtomicInteger rounds = new AtomicInteger();
        try (Loop loop = Loop.start("test", SHORT, SHORT, () -> switch (rounds.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("a fault");
            case 2 -> throw new OutOfMemoryError("for a moment");
            case 3 -> Next.BACK_OFF;
            default -> Next.REST;
        })) {
            await().until(() -> rounds.get() > 4);
            assertThat(loop.closed()).isFalse();
        }
    }

    @Test
    void endsWhenNothingIsLeftToDo() {
        AtomicInteger rounds = new AtomicInteger();
        try (Loop loop = Loop.start("test", SHORT, SHORT, () -> {
            rounds.incrementAndGet();
            return Next.END;
        })) {
            await().until(() -> rounds.get() == 1);
            loop.nudge();
        }
        assertThat(rounds).hasValue(1);
    }
}
