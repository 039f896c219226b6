package io.heddle.kit.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FanoutTest {
    private static final Deadline SOON = Deadline.in(Duration.ofSeconds(10));

    @Test
    void runsTasksSideBySideAndKeepsTheirOrder() {
        CyclicBarrier together = new CyclicBarrier(3);
        List<Callable<Integer>> tasks =
                List.of(() -> together.await() * 0 + 1, () -> together.await() * 0 + 2, () -> together.await() * 0 + 3);
        assertThat(Fanout.all(SOON, tasks)).containsExactly(1, 2, 3);
    }

    @Test
    void stopsTheSiblingsAtTheFirstFailureAndThrowsIt() {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch started = new CountDownLatch(1);
        List<Callable<String>> tasks = List.of(() -> blockUntilInterrupted(started, interrupted), () -> {
            started.await();
            throw ServiceException.notFound("no article 7");
        });
        assertThatThrownBy(() -> Fanout.all(SOON, tasks)).hasMessage("no article 7");
        assertThat(interrupted).isTrue();
    }

    private static String blockUntilInterrupted(CountDownLatch started, AtomicBoolean interrupted)
            throws InterruptedException {
        started.countDown();
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException e) {
            interrupted.set(true);
            throw e;
        }
    }

    @Test
    void fillsInWhatFailedWithoutDisturbingTheRest() {
        List<Callable<String>> tasks = List.of(() -> "there", () -> {
            throw ServiceException.of(Status.UNAVAILABLE, "down");
        });
        assertThat(Fanout.each(SOON, tasks).stream().map(outcome -> outcome.or("away")))
                .containsExactly("there", "away");
    }

    @Test
    void endsAtTheDeadlineWithEveryTaskOver() {
        AtomicBoolean interrupted = new AtomicBoolean();
        List<Callable<String>> tasks = List.of(() -> blockUntilInterrupted(new CountDownLatch(1), interrupted));
        assertThatThrownBy(() -> Fanout.all(Deadline.in(Duration.ofMillis(30)), tasks))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.status()).isEqualTo(Status.GATEWAY_TIMEOUT));
        assertThat(interrupted).isTrue();
    }

    @Test
    void givesEachTaskTheEarlierOfBothDeadlines() {
        Deadline outer = Deadline.in(Duration.ofSeconds(1));
        List<Optional<Deadline>> seen = outer.call(() -> Fanout.all(SOON, List.of(Deadline::current)));
        assertThat(seen).containsExactly(Optional.of(outer));
    }
}
