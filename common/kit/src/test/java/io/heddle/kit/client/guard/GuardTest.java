package io.heddle.kit.client.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuardTest {
    private final AtomicLong nanos = new AtomicLong();

    private Guard guard(int retryPercent, int reserve) {
        GuardSettings settings = new GuardSettings(
                retryPercent, reserve, 5, Duration.ofSeconds(1), Duration.ofSeconds(10), 20, 50, Duration.ofSeconds(2));
        return Guard.of(settings, nanos::get);
    }

    private static void calls(Guard guard, int count, boolean failed) {
        for (int i = 0; i < count; i++) {
            assertThat(guard.begin("Api.method")).isTrue();
            guard.ended("Api.method", failed);
        }
    }

    private void turn(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void allowsOnlyItsShareOfRetriesInAStorm() {
        Guard guard = guard(20, 10);
        int retries = 0;
        for (int i = 0; i < 1000; i++) {
            guard.begin("Api.method");
            retries += guard.mayRetry() ? 1 : 0;
        }
        assertThat(retries).isEqualTo(210);
    }

    @Test
    void allowsFewerHedgesThanAFewOfAHundred() {
        Guard guard = guard(20, 10);
        int hedges = 0;
        for (int i = 0; i < 1000; i++) {
            guard.begin("Api.method");
            hedges += guard.mayHedge() ? 1 : 0;
        }
        assertThat(hedges).isEqualTo(50);
    }

    @Test
    void waitsWithoutHasteUntilItKnowsHowLongAnswersTake() {
        Guard guard = guard(20, 10);
        assertThat(patience(guard)).isEqualTo(Duration.ofSeconds(5));
        guard.answered("Api.method", Duration.ofMillis(3).toNanos());
        assertThat(patience(guard)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void hasMorePatienceWhereAnswersTakeLong() {
        Guard guard = guard(20, 10);
        guard.answered("Api.method", Duration.ofMillis(400).toNanos());
        assertThat(patience(guard)).isEqualTo(Duration.ofMillis(3200));
        guard.answered("Api.method", Duration.ofSeconds(2).toNanos());
        guard.answered("Api.method", Duration.ofMillis(3).toNanos());
        assertThat(patience(guard)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void forgetsSlowAnswersInTime() {
        Guard guard = guard(20, 10);
        guard.answered("Api.method", Duration.ofSeconds(1).toNanos());
        for (int i = 0; i < 5; i++) {
            turn(Duration.ofSeconds(31));
            guard.answered("Api.method", Duration.ofMillis(3).toNanos());
        }
        assertThat(patience(guard)).isEqualTo(Duration.ofSeconds(1));
    }

    private static Duration patience(Guard guard) {
        return Duration.ofNanos(
                guard.patience("Api.method", Duration.ofSeconds(5).toNanos()));
    }

    @Test
    void opensWhenTooManyFailAndClosesAfterAProbeThatWorks() {
        Guard guard = guard(20, 10);
        calls(guard, 20, true);
        assertThat(guard.begin("Api.method")).isFalse();
        turn(Duration.ofMillis(2001));
        assertThat(guard.begin("Api.method")).isTrue();
        assertThat(guard.begin("Api.method")).as("one probe at a time").isFalse();
        guard.ended("Api.method", false);
        calls(guard, 100, false);
    }

    @Test
    void staysOpenWhenTheProbeFails() {
        Guard guard = guard(20, 10);
        calls(guard, 20, true);
        turn(Duration.ofMillis(2001));
        assertThat(guard.begin("Api.method")).isTrue();
        guard.ended("Api.method", true);
        assertThat(guard.begin("Api.method")).isFalse();
    }

    @Test
    void doesNotJudgeFewCallsNorOtherMethods() {
        Guard guard = guard(20, 10);
        calls(guard, 19, true);
        assertThat(guard.begin("Api.other")).isTrue();
        assertThat(guard.begin("Api.method")).isTrue();
    }

    @Test
    void forgetsFailuresOlderThanItsWindow() {
        Guard guard = guard(20, 10);
        calls(guard, 19, true);
        turn(Duration.ofSeconds(11));
        calls(guard, 1, true);
        assertThat(guard.begin("Api.method")).isTrue();
    }
}
