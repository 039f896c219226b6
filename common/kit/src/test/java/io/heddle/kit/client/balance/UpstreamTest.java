package io.heddle.kit.client.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.client.balance.BalanceSettings.Policy;
import io.heddle.kit.client.balance.Targets.Target;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpstreamTest {
    private static final BalanceSettings STEADY =
            new BalanceSettings(Policy.P2C, "here", Duration.ZERO, 3, Duration.ofMinutes(1), 50);

    private final AtomicReference<Targets> targets = new AtomicReference<>(Targets.none("calc"));

    private Upstream upstream(Policy policy) {
        SplittableRandom random = new SplittableRandom(42);
        return Upstream.of("calc", _ -> targets.get(), STEADY.with(policy), () -> random);
    }

    private void instances(Target... all) {
        targets.set(new Targets("calc", List.of(all)));
    }

    private static Target target(int number, int weight, String zone) {
        return new Target("h" + number, "127.0.0.1", number, false, weight, zone);
    }

    private static Map<String, Integer> picks(Upstream upstream, int count) {
        Map<String, Integer> picks = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Node node = upstream.pick(i, List.of()).orElseThrow();
            picks.merge(node.target().id(), 1, Integer::sum);
            node.succeeded();
        }
        return picks;
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void picksNothingWithoutInstancesAndTheOnlyOneOfOne(Policy policy) {
        Upstream upstream = upstream(policy);
        assertThat(upstream.pick(1, List.of())).isEmpty();
        instances(target(1, 100, ""));
        assertThat(upstream.pick(1, List.of()).orElseThrow().target().port()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void usesEveryInstanceAndLeavesOutWhatWasTried(Policy policy) {
        instances(target(1, 100, "here"), target(2, 100, "here"), target(3, 100, "here"));
        Upstream upstream = upstream(policy);
        assertThat(picks(upstream, 300)).containsOnlyKeys("h1", "h2", "h3");
        Node first = upstream.pick(7, List.of()).orElseThrow();
        for (int i = 0; i < 50; i++) {
            Node other = upstream.pick(7, Set.of(first)).orElseThrow();
            assertThat(other).isNotSameAs(first);
            other.succeeded();
        }
    }

    @Test
    void prefersTheLessLoadedOfTwo() {
        instances(target(1, 100, ""), target(2, 100, ""));
        Upstream upstream = upstream(Policy.P2C);
        for (int i = 0; i < 10; i++) {
            upstream.pick(0, List.of()).orElseThrow();
        }
        assertThat(upstream.nodes())
                .allSatisfy(node -> assertThat(node.underWay()).isEqualTo(5));
    }

    @Test
    void avoidsAnInstanceThatFailsFast() {
        instances(target(1, 100, ""), target(2, 100, ""), target(3, 100, ""));
        Upstream upstream = upstream(Policy.P2C);
        int bad = 0;
        for (int i = 0; i < 1000; i++) {
            Node node = upstream.pick(0, List.of()).orElseThrow();
            if (node.target().port() == 1) {
                bad++;
                node.failed();
            } else {
                node.succeeded();
            }
        }
        assertThat(bad).isLessThanOrEqualTo(STEADY.consecutiveFailures());
    }

    @Test
    void neverEjectsMoreThanItsShare() {
        instances(target(1, 100, ""), target(2, 100, ""), target(3, 100, ""), target(4, 100, ""));
        Upstream upstream = upstream(Policy.RANDOM);
        for (int i = 0; i < 200; i++) {
            upstream.pick(0, List.of()).orElseThrow().failed();
        }
        assertThat(upstream.nodes().stream().filter(Node::ejected)).hasSize(2);
    }

    @Test
    void takesAnInstanceBackThatWorksAgain() {
        instances(target(1, 100, ""), target(2, 100, ""));
        BalanceSettings brief = new BalanceSettings(Policy.RANDOM, "", Duration.ZERO, 1, Duration.ZERO, 100);
        SplittableRandom random = new SplittableRandom(1);
        Upstream upstream = Upstream.of("calc", _ -> targets.get(), brief, () -> random);
        upstream.pick(0, List.of()).orElseThrow().failed();
        assertThat(picks(upstream, 100)).containsOnlyKeys("h1", "h2");
        assertThat(upstream.nodes()).noneMatch(Node::ejected);
    }

    @Test
    void spreadsByWeightAndSendsNothingToWeightZero() {
        instances(target(1, 300, ""), target(2, 100, ""), target(3, 0, ""));
        Map<String, Integer> picks = picks(upstream(Policy.WEIGHTED), 4000);
        assertThat(picks).containsOnlyKeys("h1", "h2");
        assertThat(picks.get("h1")).isBetween(2800, 3200);
    }

    @Test
    void startsANewInstanceSlowly() {
        BalanceSettings slow = new BalanceSettings(Policy.WEIGHTED, "", Duration.ofHours(1), 3, Duration.ZERO, 50);
        instances(target(1, 100, ""));
        SplittableRandom random = new SplittableRandom(3);
        Upstream upstream = Upstream.of("calc", _ -> targets.get(), slow, () -> random);
        assertThat(((Instance) upstream.nodes().getFirst()).weight()).isEqualTo(10);
    }

    @Test
    void staysInItsZoneWhileThereIsAnInstance() {
        instances(target(1, 100, "here"), target(2, 100, "there"));
        Upstream upstream = upstream(Policy.ZONE_FIRST);
        assertThat(picks(upstream, 50)).containsOnlyKeys("h1");
        instances(target(2, 100, "there"));
        assertThat(picks(upstream, 50)).containsOnlyKeys("h2");
    }

    @Test
    void movesFewKeysWhenAnInstanceGoes() {
        Target[] five =
                IntStream.rangeClosed(1, 5).mapToObj(i -> target(i, 100, "")).toArray(Target[]::new);
        instances(five);
        Upstream upstream = upstream(Policy.CONSISTENT_HASH);
        Map<Integer, String> before = owners(upstream);
        instances(five[0], five[1], five[2], five[3]);
        Map<Integer, String> after = owners(upstream);
        Set<Integer> moved = new HashSet<>(before.keySet());
        moved.removeIf(key -> before.get(key).equals(after.get(key)));
        assertThat(moved).allSatisfy(key -> assertThat(before.get(key)).isEqualTo("h5"));
        assertThat(moved).hasSizeBetween(50, 400);
    }

    private static Map<Integer, String> owners(Upstream upstream) {
        Map<Integer, String> owners = new HashMap<>();
        for (int key = 0; key < 1000; key++) {
            owners.put(key, upstream.pick(key, List.of()).orElseThrow().target().id());
        }
        return owners;
    }

    @Test
    void keepsWhatItKnowsOfAnInstanceThatStays() {
        instances(target(1, 100, ""), target(2, 100, ""));
        Upstream upstream = upstream(Policy.P2C);
        Node kept = upstream.pick(0, Set.of()).orElseThrow();
        instances(target(1, 50, ""), target(2, 50, ""), target(3, 50, ""));
        assertThat(upstream.nodes()).contains(kept);
        assertThat(kept.underWay()).isEqualTo(1);
    }
}
