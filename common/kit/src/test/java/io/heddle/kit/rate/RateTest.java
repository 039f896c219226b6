package io.heddle.kit.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RateTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void countsEachInEachSecond() {
        Rate rate = new Rate(2, 1, () -> now);

        assertThat(rate.pass("ada")).isTrue();
        assertThat(rate.pass("ada")).isTrue();
        assertThat(rate.pass("ada")).isFalse();
        assertThat(rate.pass("bob")).isTrue();
        now = now.plusSeconds(1);
        assertThat(rate.pass("ada")).isTrue();
    }

    @Test
    void nobodyIsRefusedForWhatAMillionOthersDo() {
        Rate rate = new Rate(1, 7, () -> now);

        assertThat(IntStream.range(0, 1_000_000).allMatch(user -> rate.pass(Integer.toString(user))))
                .isTrue();
    }

    @Test
    void zeroLetsEverybodyAskAsOftenAsTheyLike() {
        Rate rate = new Rate(0, 1, () -> now);

        assertThat(IntStream.range(0, 100_000).allMatch(_ -> rate.pass("ada"))).isTrue();
    }
}
