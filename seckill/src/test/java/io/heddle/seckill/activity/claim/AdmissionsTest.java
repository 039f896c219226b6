package io.heddle.seckill.activity.claim;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.seckill.admin.UnauthenticatedException;
import io.heddle.seckill.sale.UserId;
import io.heddle.testkit.clock.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AdmissionsTest {
    private static final UserId ADA = new UserId("Ada");

    private final TurnedClock clock = TurnedClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final Admissions admissions = new Admissions("secret", clock);
    private final String ticket =
            admissions.issue(7, ADA, Duration.ofMinutes(10)).text();

    @Test
    void isGoodForItsUserItsSaleAndItsTime() {
        assertThatCode(() -> admissions.check(7, ADA, ticket)).doesNotThrowAnyException();
        assertRefused(admissions, 8, ADA, ticket);
        assertRefused(admissions, 7, new UserId("ada"), ticket);
        clock.turn(Duration.ofSeconds(599));
        assertThatCode(() -> admissions.check(7, ADA, ticket)).doesNotThrowAnyException();
        clock.turn(Duration.ofSeconds(1));
        assertRefused(admissions, 7, ADA, ticket);
    }

    @Test
    void isWorthNothingUnderAnotherSecretOrWithAnyCharacterChanged() {
        assertRefused(new Admissions("other", clock), 7, ADA, ticket);
        for (int i = 0; i < ticket.length(); i++) {
            char other = ticket.charAt(i) == '1' ? '2' : '1';
            assertRefused(admissions, 7, ADA, ticket.substring(0, i) + other + ticket.substring(i + 1));
            assertRefused(admissions, 7, ADA, ticket.substring(0, i));
        }
    }

    private static void assertRefused(Admissions admissions, long sale, UserId user, String ticket) {
        assertThatThrownBy(() -> admissions.check(sale, user, ticket))
                .as(ticket)
                .isInstanceOf(UnauthenticatedException.class);
    }
}
