package io.heddle.kit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.access.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Duration SPACING = Duration.ofSeconds(2);
    private static final SessionLimits LIMITS = new SessionLimits(
            Duration.ofMinutes(30), Duration.ofHours(12), 3, Duration.ZERO, 2, SPACING, SPACING.multipliedBy(2), 2);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource time = () -> now;
    private final Sessions sessions = new Sessions(LIMITS, time);
    private final Tries tries = new Tries(LIMITS, time);

    private void turn(Duration on) {
        now = now.plus(on);
    }

    @Test
    void aSessionThatIsUsedLivesOnUntilItsLongestIsOver() {
        String id = sessions.begin("token").id();
        for (int i = 0; i < 24; i++) {
            turn(Duration.ofMinutes(29));
            assertThat(sessions.find(id)).isPresent();
        }
        turn(Duration.ofMinutes(24));
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void aSessionThatIsIdleEnds() {
        String id = sessions.begin("token").id();
        turn(Duration.ofMinutes(30));

        assertThat(sessions.find(id)).isEmpty();
        assertThat(sessions.count()).isZero();
    }

    @Test
    void oneThatIsEndedIsUnknown() {
        String id = sessions.begin("token").id();
        sessions.end(id);

        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void beyondTheMostTheOneThatWasQuietTheLongestEnds() {
        String first = sessions.begin("one").id();
        String second = sessions.begin("two").id();
        sessions.begin("three");
        assertThat(sessions.find(first)).isPresent();
        sessions.begin("four");

        assertThat(sessions.count()).isEqualTo(3);
        assertThat(sessions.find(first)).isPresent();
        assertThat(sessions.find(second)).isEmpty();
    }

    @Test
    void whoeverSignsInOftenEndsOnlySessionsOfTheirOwn() {
        String other = sessions.begin("admin").id();
        for (int i = 0; i < 10; i++) {
            sessions.begin("read");
        }

        assertThat(sessions.count()).isEqualTo(3);
        assertThat(sessions.find(other)).isPresent();
    }

    @Test
    void neitherTheNameNorTheProofNorTheTokenIsShownAsText() {
        Session session = sessions.begin(Token.fresh());

        assertThat(session.toString())
                .doesNotContain(session.id())
                .doesNotContain(session.proof())
                .doesNotContain(session.token());
        assertThat(session.id()).hasSize(32).isNotEqualTo(session.proof());
    }

    @Test
    void anAddressHasSoManyTriesAMinuteBeforeItIsSlowedDown() {
        assertThat(tries.begin("a")).contains(Duration.ZERO);
        assertThat(tries.begin("a")).contains(Duration.ZERO);
        assertThat(tries.begin("a")).contains(Duration.ZERO);
        assertThat(tries.begin("a")).contains(SPACING);
        assertThat(tries.begin("b")).contains(Duration.ZERO);
        turn(Duration.ofMinutes(1));
        assertThat(tries.begin("a")).contains(Duration.ZERO);
    }

    @Test
    void onlySoManyTriesOfAnAddressWait() {
        for (int i = 0; i < 4; i++) {
            tries.begin("a");
        }
        assertThat(tries.begin("a")).contains(SPACING.multipliedBy(2));
        assertThat(tries.begin("a")).isEmpty();
        turn(SPACING);
        assertThat(tries.begin("a")).contains(SPACING.multipliedBy(2));
        assertThat(tries.begin("a")).isEmpty();
    }

    @Test
    void aRightTokenDoesNotCountAndForgivesNoWrongOne() {
        tries.begin("a");
        tries.begin("a");
        tries.right("a");
        tries.begin("a");
        tries.begin("a");

        assertThat(tries.begin("a")).contains(SPACING);
    }

    @Test
    void onlySoManyAddressesAreRemembered() {
        for (int i = 0; i < 4; i++) {
            tries.begin("a");
        }
        tries.begin("b");
        tries.begin("c");

        assertThat(tries.begin("a")).contains(Duration.ZERO);
    }

    @Test
    void theUsualLimitsAreThoseOfTheManual() {
        assertThat(SessionLimits.standard())
                .isEqualTo(new SessionLimits(
                        Duration.ofMinutes(30),
                        Duration.ofHours(12),
                        1000,
                        Duration.ofMillis(500),
                        10,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        10_000));
    }
}
