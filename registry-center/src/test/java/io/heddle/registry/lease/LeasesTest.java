package io.heddle.registry.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.RegistryApi.LeaseChange;
import io.heddle.registry.probe.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LeasesTest {
    private final TestRegistry registry = new TestRegistry();

    @Test
    void letsGoOfAnInstanceAtItsTimeToLiveAndAtMostThreeTenthsLater() {
        registry.leases.register(Registration.of("calc", TestRegistry.url(1)).ttl(Duration.ofMillis(2_350)));

        registry.turn(Duration.ofMillis(2_300));
        assertEquals(1, registry.of("calc").size());
        registry.turn(Duration.ofMillis(350));

        assertEquals(List.of(), registry.of("calc"));
    }

    @Test
    void keepsAnInstanceForAsLongAsItBeats() {
        long token = registry.up("calc", 1);

        for (int beat = 0; beat < 50; beat++) {
            registry.turn(Duration.ofSeconds(9));
            assertTrue(registry.leases.renew(token));
        }

        assertEquals(InstanceStatus.UP, registry.status("calc", 1));
    }

    @Test
    void countsATimeToLiveLongerThanTheWheelExactly() {
        registry.leases.register(Registration.of("calc", TestRegistry.url(1)).ttl(Duration.ofMinutes(10)));

        registry.turn(Duration.ofMinutes(10).minusMillis(100));
        assertEquals(1, registry.of("calc").size());
        registry.turn(Duration.ofMillis(400));

        assertEquals(List.of(), registry.of("calc"));
    }

    @Test
    void honoursAShorterTimeToLiveAtOnce() {
        registry.leases.register(Registration.of("calc", TestRegistry.url(1)).ttl(Duration.ofMinutes(5)));
        registry.leases.register(Registration.of("calc", TestRegistry.url(1)).ttl(Duration.ofSeconds(1)));

        registry.turn(Duration.ofMillis(1_300));

        assertEquals(List.of(), registry.of("calc"));
    }

    @Test
    void aBeatAfterTheEndIsUnknownAndRegisteringAgainGivesAnotherLease() {
        long token = registry.up("calc", 1);
        registry.turn(Duration.ofSeconds(11));

        assertFalse(registry.leases.renew(token));
        assertNotEquals(token, registry.up("calc", 1));
        assertFalse(registry.leases.renew(token));
    }

    @Test
    void registeringAgainRenewsWithoutAChange() {
        long token = registry.up("calc", 1);
        long revision = registry.catalog.revision();
        registry.turn(Duration.ofSeconds(9));

        assertEquals(token, registry.up("calc", 1));
        registry.turn(Duration.ofSeconds(9));

        assertEquals(revision, registry.catalog.revision());
        assertEquals(1, registry.of("calc").size());
    }

    @Test
    void registeringAgainWithOtherDetailsIsAChangeOfTheSameInstance() {
        long token = registry.up("calc", 1);
        long revision = registry.catalog.revision();

        long again = registry.leases.register(
                Registration.of("calc", TestRegistry.url(1)).zone("eu-1").weight(5));

        assertEquals(token, again);
        assertEquals(
                "eu-1",
                registry.since(revision, "calc")
                        .services()
                        .getOrDefault("calc", List.of())
                        .getFirst()
                        .zone());
        assertEquals(1, registry.of("calc").size());
    }

    @Test
    void aBeatByRegistrationLeavesWhatWasChangedByHand() {
        long token = registry.up("calc", 1);
        registry.leases.change(token, new LeaseChange(Optional.of(InstanceStatus.DRAINING), Optional.of(7)));

        registry.up("calc", 1);

        assertEquals(InstanceStatus.DRAINING, registry.status("calc", 1));
        assertEquals(7, registry.of("calc").getFirst().weight());
    }

    @Test
    void nobodyCanAskToBeSuspect() {
        long token = registry.up("calc", 1);

        ServiceException refused = assertThrows(
                ServiceException.class,
                () -> registry.leases.change(
                        token, new LeaseChange(Optional.of(InstanceStatus.SUSPECT), Optional.empty())));

        assertEquals("invalid_status", refused.code());
    }

    @Test
    void anUnknownLeaseCannotBeChangedOrEnded() {
        ServiceException refused = assertThrows(ServiceException.class, () -> registry.leases.deregister(5));

        assertEquals(Status.NOT_FOUND, refused.status());
        assertEquals("unknown_lease", refused.code());
    }

    @Test
    void aLostConnectionMakesItSuspectAndTheProbeLetsItGo() {
        long token = registry.up("calc", 1);
        List<Runnable> probes = new java.util.ArrayList<>();
        registry.probing = probes::add;
        registry.sight = Probe.Sight.REFUSED;

        registry.leases.suspect(token);
        assertEquals(InstanceStatus.SUSPECT, registry.status("calc", 1));
        probes.forEach(Runnable::run);

        assertEquals(List.of(), registry.of("calc"));
        assertFalse(registry.leases.renew(token));
    }

    @Test
    void anInstanceThatOnlyLostItsConnectionIsUpAgain() {
        long token = registry.up("calc", 1);
        registry.sight = Probe.Sight.REACHABLE;

        registry.leases.suspect(token);

        assertEquals(InstanceStatus.UP, registry.status("calc", 1));
    }

    @Test
    void aSilentProbeLeavesItSuspectUntilItBeatsOrItsLeaseEnds() {
        long first = registry.up("calc", 1);
        long second = registry.up("calc", 2);
        registry.leases.suspect(first);
        registry.leases.suspect(second);

        registry.turn(Duration.ofSeconds(5));
        assertTrue(registry.leases.renew(first));
        assertEquals(InstanceStatus.UP, registry.status("calc", 1));
        assertEquals(InstanceStatus.SUSPECT, registry.status("calc", 2));
        registry.turn(Duration.ofMillis(5_300));

        assertEquals(1, registry.of("calc").size());
    }

    @Test
    void aBeatThatComesDuringTheProbeCountsForMoreThanTheProbe() {
        long token = registry.up("calc", 1);
        List<Runnable> probes = new java.util.ArrayList<>();
        registry.probing = probes::add;
        registry.sight = Probe.Sight.REFUSED;
        registry.leases.suspect(token);
        registry.turn(Duration.ofMillis(100));

        registry.leases.renew(token);
        probes.forEach(Runnable::run);

        assertEquals(InstanceStatus.UP, registry.status("calc", 1));
    }

    @Test
    void holdsBackTheRestWhenMoreThanHalfOfAServiceExpiresAtOnce() {
        IntStream.rangeClosed(1, 10).forEach(port -> registry.up("calc", port));

        registry.turn(Duration.ofSeconds(11));

        assertEquals(5, registry.of("calc").size());
        assertTrue(registry.of("calc").stream()
                .allMatch(instance -> instance.held() && instance.status() == InstanceStatus.SUSPECT));
    }

    @Test
    void doesNotProtectAServiceOfTwo() {
        registry.up("calc", 1);
        registry.up("calc", 2);

        registry.turn(Duration.ofSeconds(11));

        assertEquals(List.of(), registry.of("calc"));
    }

    @Test
    void protectsEachServiceByItself() {
        List<Long> alive = IntStream.rangeClosed(1, 10)
                .mapToObj(port -> registry.up("calc", port))
                .toList();
        registry.up("other", 1);
        registry.up("other", 2);

        registry.turn(Duration.ofSeconds(6));
        registry.beat(alive);
        registry.turn(Duration.ofSeconds(5));

        assertEquals(List.of(), registry.of("other"));
        assertEquals(10, registry.of("calc").size());
    }

    @Test
    void aHeldInstanceThatRefusesAConnectionIsNotProtected() {
        registry.sight = Probe.Sight.REFUSED;
        IntStream.rangeClosed(1, 10).forEach(port -> registry.up("calc", port));

        registry.turn(Duration.ofSeconds(11));

        assertEquals(List.of(), registry.of("calc"));
    }

    @Test
    void aHeldInstanceThatBeatsIsUpAndOneThatDoesNotGoesInTheEnd() {
        List<Long> tokens = IntStream.rangeClosed(1, 4)
                .mapToObj(port -> registry.up("calc", port))
                .toList();
        registry.turn(Duration.ofSeconds(11));
        assertEquals(2, registry.of("calc").size());
        List<Long> held =
                tokens.stream().filter(registry.leases::renew).limit(1).toList();
        assertEquals(1, held.size());

        for (int beat = 0; beat < 70; beat++) {
            registry.turn(Duration.ofSeconds(9));
            registry.beat(held);
        }

        assertEquals(1, registry.of("calc").size());
        assertFalse(registry.of("calc").getFirst().held());
    }

    @Test
    void aDeliberateEndIsHonouredUnderProtection() {
        List<Long> tokens = IntStream.rangeClosed(1, 10)
                .mapToObj(port -> registry.up("calc", port))
                .toList();

        tokens.forEach(registry.leases::deregister);

        assertEquals(List.of(), registry.of("calc"));
    }

    @Test
    void aRegistryThatHungDoesNotTakeItsOwnSilenceForThatOfOthers() {
        long token = registry.up("calc", 1);

        registry.hang(Duration.ofMinutes(5));

        assertEquals(InstanceStatus.UP, registry.status("calc", 1));
        assertTrue(registry.leases.renew(token));
        registry.turn(Duration.ofSeconds(11));
        assertEquals(List.of(), registry.of("calc"));
    }

    @Test
    void bringsLeasesBackUnderTheirTokensWithAFullTimeToLive() {
        List<Long> tokens = IntStream.rangeClosed(1, 20)
                .mapToObj(port -> registry.up("calc", port))
                .toList();
        registry.leases.deregister(tokens.get(3));
        registry.turn(Duration.ofSeconds(9));

        TestRegistry restarted = new TestRegistry();
        restarted.leases.restore(registry.leases.saved().toList());
        restarted.turn(Duration.ofSeconds(9));

        assertEquals(19, restarted.of("calc").size());
        assertEquals(List.of(tokens.get(3)), restarted.leases.renewAll(tokens));
        assertEquals(tokens.get(7), restarted.up("calc", 8));
        assertEquals(19, restarted.of("calc").size());
        long fresh = restarted.up("calc", 100);
        assertFalse(tokens.contains(fresh));
    }

    @Test
    void revisionsOnlyGoUp() {
        Random random = new Random(3);
        long last = registry.catalog.revision();
        for (int round = 0; round < 500; round++) {
            long token = registry.up("calc", 1 + random.nextInt(30));
            if (random.nextBoolean()) {
                registry.leases.deregister(token);
            }
            registry.turn(Duration.ofMillis(random.nextInt(400)));
            assertTrue(registry.catalog.revision() >= last);
            last = registry.catalog.revision();
        }
    }
}
