package io.heddle.seckill.activity.claim;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.seckill.sale.UserId;
import io.heddle.testkit.clock.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class UserRateTest {
    private final TurnedClock clock = TurnedClock.at(Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void countsEachUserInEachSecond() {
        UserRate rate = new UserRate(2, 1, clock);
        UserId ada = UserId.of(1);
        rate.check(ada);
        rate.check(ada);
        assertThatThrownBy(() -> rate.check(ada)).isInstanceOf(SlowDownException.class);
        rate.check(UserId.of(2));
        clock.turn(Duration.ofSeconds(1));
        assertThatCode(() -> rate.check(ada)).doesNotThrowAnyException();
    }

    @Test
    void nobodyIsRefusedForWhatAMillionOthersDo() {
        UserRate rate = new UserRate(1, 7, clock);
        assertThatCode(() -> {
                    for (int user = 0; user < 1_000_000; user++) {
                        rate.check(UserId.of(user));
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void zeroLetsEverybodyAskAsOftenAsTheyLike() {
        UserRate rate = new UserRate(0, 1, clock);
        assertThatCode(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        rate.check(UserId.of(1));
                    }
                })
                .doesNotThrowAnyException();
    }
}
