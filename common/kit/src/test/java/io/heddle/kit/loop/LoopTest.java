package io.heddle.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heddle.kit.loop.Loop.Next;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration HOURS = Duration.ofHours(1);

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

    @Test
    void restsOnlyWhenAskedToAndUntilItIsNudged() {
        AtomicInteger rounds = new AtomicInteger();
        try (Loop loop =
                Loop.start("test", HOURS, HOURS, () -> rounds.incrementAndGet() % 3 == 0 ? Next.REST : Next.AGAIN)) {
            await().until(() -> rounds.get() == 3);
            loop.nudge();
            await().until(() -> rounds.get() == 6);
        }
    }

    @Test
    void endsARoundThatBlocksWhenItIsStopped() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        try (Loop loop = Loop.start("test", SHORT, SHORT, () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
            return Next.REST;
        })) {
            await().until(() -> begun.getCount() == 0);
            loop.stop();
        }
        assertThat(interrupted).isTrue();
    }

    @Test
    void isClosedBeforeItBegan() {
        Loop loop = Loop.of("test", SHORT, SHORT, () -> Next.REST);
        loop.close();
        assertThat(loop.closed()).isTrue();
    }
}
