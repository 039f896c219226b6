package io.heddle.seckill.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The linear judge and one who tries all orders agree on small histories.
final class JudgeTest {
    private static final int HISTORIES = 4_000;
    private static final int CHANGED = 12_000;

    @Test
    void bothPassWhatWentRight() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            Chance chance = new Chance(new Random(seed));
            assertThat(linear(chance).violations()).as("seed %d", seed).isEmpty();
            assertThat(Judge.isRight(chance.operations, chance.events))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void theyAgreeOnWhatWasChanged() {
        long wrong = IntStream.range(0, CHANGED).filter(JudgeTest::isWrong).count();
        assertThat(wrong).as("enough of both").isBetween(CHANGED / 4L, CHANGED * 3 / 4L);
    }

    private static boolean isWrong(int seed) {
        Random random = new Random(seed);
        Chance chance = new Chance(random);
        chance.change();
        Verdict verdict = linear(chance);
        assertThat(verdict.right())
                .as("seed %d: %s in %s of %s", seed, verdict.violations(), chance.operations, chance.events)
                .isEqualTo(Judge.isRight(chance.operations, chance.events));
        return !verdict.right();
    }

    private static Verdict linear(Chance chance) {
        Evidence evidence = Evidence.of(Story.SALE, chance.events).tolerance(Duration.ofDays(1));
        return History.judge(chance.operations, evidence);
    }
}
