package io.heddle.seckill.journalled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The simulation is worth what it finds: an engine that is broken on purpose must not pass it.
class MutationTest {
    /// A mutant that outlives so many schedules is not caught.
    private static final long SCHEDULES = 10_000;

    @TempDir
    Path folder;

    static Stream<Named<Mutant>> mutants() {
        return Mutant.all().stream().map(mutant -> Named.of(mutant.name(), mutant));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void anEngineIsCaughtThat(Mutant mutant) throws ReflectiveOperationException, IOException {
        assertThat(caught(mutant, SCHEDULES)).isPositive();
    }

    @Test
    void anEngineWithNothingBrokenIsNotCaught() throws ReflectiveOperationException, IOException {
        Mutant same = new Mutant("is as it was", List.of(new Mutant.Edit("Batch", "waiters++;", "waiters += 1;")));
        assertThat(caught(same, SCHEDULES / 10)).isZero();
    }

    /// How many schedules were played until the mutant was caught, 0 when it never was.
    private long caught(Mutant mutant, long schedules) throws ReflectiveOperationException, IOException {
        var simulation = mutant.simulation(folder);
        return LongStream.range(0, schedules)
                .filter(seed -> simulation.apply(seed) != null)
                .map(seed -> seed + 1)
                .findFirst()
                .orElse(0);
    }
}
