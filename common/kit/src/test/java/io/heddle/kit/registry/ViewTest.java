package io.heddle.kit.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewTest {
    private final AtomicLong nanos = new AtomicLong();
    private final View view = new View(nanos::get);

    private static Instance instance(int port, InstanceStatus status) {
        BigDecimal seconds = BigDecimal.valueOf(10_000, 3);
        return new Instance(
                "calc",
                "http://127.0.0.1:" + port,
                seconds,
                seconds,
                "127.0.0.1",
                port,
                status,
                false,
                100,
                "",
                "",
                seconds,
                Map.of(),
                List.of());
    }

    private static List<Instance> up(int... ports) {
        return IntStream.of(ports)
                .mapToObj(port -> instance(port, InstanceStatus.UP))
                .toList();
    }

    private void full(List<Instance> instances) {
        view.apply(new Changes(1, true, Map.of("calc", instances), Map.of()), Set.of("calc"));
    }

    private void delta(List<Instance> came, List<String> gone) {
        view.apply(new Changes(2, false, Map.of("calc", came), Map.of("calc", gone)), Set.of("calc"));
    }

    private Targets targets() {
        return view.first("calc", Duration.ZERO);
    }

    private List<Integer> ports() {
        return targets().all().stream().map(Target::port).toList();
    }

    @Test
    void givesThoseThatAreUpInAStableOrder() {
        full(up(3, 1, 2));

        assertEquals(List.of(1, 2, 3), ports());
    }

    @Test
    void leavesOutWhatDrainsOrIsDownOrSuspect() {
        full(List.of(
                instance(1, InstanceStatus.DRAINING),
                instance(2, InstanceStatus.DOWN),
                instance(3, InstanceStatus.SUSPECT),
                instance(4, InstanceStatus.UP)));

        assertEquals(List.of(4), ports());
    }

    @Test
    void givesSuspectsWhenNothingElseIsLeft() {
        full(List.of(instance(1, InstanceStatus.DRAINING), instance(2, InstanceStatus.SUSPECT)));

        assertEquals(List.of(2), ports());
    }

    @Test
    void givesTheSameObjectAgainWhenNothingChangedForTheCaller() {
        full(up(1, 2));
        Targets before = targets();

        delta(up(1), List.of());

        assertSame(before, targets());
    }

    @Test
    void followsWhatComesAndGoes() {
        full(up(1, 2));
        delta(up(3), List.of("http://127.0.0.1:1"));

        assertEquals(List.of(2, 3), ports());
    }

    @Test
    void keepsItsInstancesForTheirTimeWhenTheRegistryForgotThem() {
        full(up(1, 2, 3));
        full(List.of());
        assertEquals(List.of(1, 2, 3), ports());

        delta(up(2), List.of());
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        view.prune();

        assertEquals(List.of(2), ports());
    }

    @Test
    void believesTheRegistryThatAnInstanceLeft() {
        full(up(1, 2, 3));
        full(List.of());
        delta(List.of(), List.of("http://127.0.0.1:3"));

        assertEquals(List.of(1, 2), ports());
    }

    @Test
    void believesAFullAnswerThatLacksFew() {
        full(up(1, 2, 3));
        full(up(1, 2));

        assertEquals(List.of(1, 2), ports());
    }

    @Test
    void theFirstUsersWaitForTheFirstAnswerAndLaterOnesDoNot() throws Exception {
        view.add("calc", 10);
        assertEquals(null, view.targets("calc"));
        Thread first = Thread.ofVirtual().start(() -> view.first("calc", Duration.ofSeconds(20)));

        full(up(1));
        first.join();

        assertEquals(1, view.first("calc", Duration.ofSeconds(20)).all().size());
    }

    @Test
    void comesBackFromDiskAsItWas(@TempDir Path folder) {
        full(up(1, 2));
        ViewFile file = new ViewFile(folder);
        assertTrue(view.changed());
        assertFalse(view.changed());
        file.write(view.all());

        View again = new View(nanos::get);
        again.restore(file.read());

        assertEquals(targets(), again.first("calc", Duration.ZERO));
    }

    @Test
    void watchesNoMoreNamesThanItsLimit() {
        assertTrue(view.add("one", 2));
        assertFalse(view.add("one", 2));
        assertTrue(view.add("two", 2));
        assertFalse(view.add("three", 2));

        assertEquals(Targets.none("three"), view.first("three", Duration.ofSeconds(20)));
        assertEquals(Set.of("one", "two"), view.names());
    }

    @Test
    void aServiceThatDoesNotExistMakesRoomForAnother() {
        view.add("calc", 2);
        full(up(1));
        view.add("missing", 2);
        view.apply(new Changes(1, true, Map.of("missing", List.of()), Map.of()), Set.of("missing"));

        assertTrue(view.add("blog", 2));

        assertEquals(Set.of("calc", "blog"), view.names());
    }
}
