package io.heddle.kit.server.guard.held;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldTest {
    private static final long LARGE = 1 << 20;

    private final Held held = new Held(2 * LARGE);
    private final List<String> cut = new ArrayList<>();

    private Held.Holder still(String name) {
        long since = System.nanoTime();
        return new Held.Holder(() -> since, () -> cut.add(name));
    }

    private Held.Holder moving(String name) {
        return new Held.Holder(System::nanoTime, () -> cut.add(name));
    }

    @Test
    void whoMovesNothingGoesForWhoComesAndWhoMovesStays() {
        Held.Hold _ = held.hold(new Object(), LARGE, moving("reader"));
        Held.Hold _ = held.hold(new Object(), LARGE, still("slow"));
        Held.Hold _ = held.hold(new Object(), LARGE, moving("new"));
        assertThat(cut).containsExactly("slow");
        assertThat(held.total()).isEqualTo(2 * LARGE);
    }

    @Test
    void whereAllMoveWhoComesIsLetInAfterAMoment() {
        Held.Hold _ = held.hold(new Object(), LARGE, moving("a"));
        Held.Hold _ = held.hold(new Object(), LARGE, moving("b"));
        Held.Hold _ = held.hold(new Object(), LARGE, moving("new"));
        assertThat(cut).hasSize(1).doesNotContain("new");
        assertThat(held.total()).isEqualTo(2 * LARGE);
    }

    @Test
    void whatManyHoldCountsOnceAndGoesWithTheLast() {
        Object what = new Object();
        Held.Hold first = held.hold(what, LARGE, moving("a"));
        Held.Hold second = held.hold(what, LARGE, moving("b"));
        assertThat(held.total()).isEqualTo(LARGE);
        first.close();
        first.close();
        assertThat(held.total()).isEqualTo(LARGE);
        second.close();
        assertThat(held.total()).isZero();
    }

    @Test
    void whatIsLargerThanAllThatIsAllowedIsHeldAlone() {
        Held.Hold _ = held.hold(new Object(), LARGE, still("slow"));
        Held.Hold alone = held.hold(new Object(), 5 * LARGE, moving("large"));
        assertThat(cut).containsExactly("slow");
        assertThat(held.total()).isEqualTo(5 * LARGE);
        alone.close();
        assertThat(held.total()).isZero();
    }
}
