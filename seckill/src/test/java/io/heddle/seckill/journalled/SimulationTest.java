package io.heddle.seckill.journalled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulationTest {
    /// How many schedules are played; `-Dheddle.prove=1000000` plays a million.
    private static final long SCHEDULES = Long.getLong("heddle.prove", 20_000);

    @Test
    void noScheduleOfCrashesAndFailuresMakesTheEngineContradictItself() {
        long failed = LongStream.range(0, SCHEDULES)
                .parallel()
                .filter(seed -> Simulation.run(seed) != null)
                .findFirst()
                .orElse(-1);
        assertThat(failed)
                .as(() -> "seed " + failed + ": " + Simulation.run(failed))
                .isEqualTo(-1);
    }
}
