package io.heddle.testkit.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Event;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Prepared;
import io.heddle.kit.registry.Changes;
import io.heddle.kit.registry.Instance;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.RegistryApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every registry must do, tested through a typed client over HTTP. A test class implements it.
public interface RegistryContract {
    /// How long a test waits for what must happen.
    Duration PATIENCE = Duration.ofSeconds(10);

    /// A client of an empty registry.
    RegistryApi registry();

    @Test
    default void showsWhoRegisteredWithTheUsualValues() {
        register("calc", 1);

        Instance shown = registry().service("calc").value().getFirst();

        assertEquals(address(1), shown.service());
        assertEquals("127.0.0.1", shown.host());
        assertEquals(1, shown.port());
        assertEquals(InstanceStatus.UP, shown.status());
        assertEquals(100, shown.weight());
        assertEquals(Map.of("calc", List.of(shown)), registry().services().value());
    }

    @Test
    default void keepsOneLeaseForOneAddress() {
        long token = register("calc", 1);

        assertEquals(token, register("calc", 1));
        assertNotEquals(token, register("calc", 2));
        assertEquals(2, registry().service("calc").value().size());
    }

    @Test
    default void answersARegistrationWithAllOrWithWhatChanged() {
        register("calc", 1);
        Prepared<Map<String, List<Instance>>> all =
                registry().register(Registration.of("blog", address(2)), Optional.empty());
        long revision = revision(all);

        Map<String, List<Instance>> nothing = registry()
                .register(Registration.of("blog", address(2)), Optional.of(revision))
                .value();
        Map<String, List<Instance>> one = registry()
                .register(Registration.of("shop", address(3)), Optional.of(revision))
                .value();

        assertEquals(2, all.value().size());
        assertTrue(nothing.isEmpty());
        assertEquals(List.of("shop"), List.copyOf(one.keySet()));
    }

    @Test
    default void aServiceWithoutInstancesIsNotFound() {
        assertEquals(
                Status.NOT_FOUND, refused(() -> registry().service("nobody")).status());
    }

    @Test
    default void refusesWhatIsNoNameAndNoAddress() {
        Registration unnamed = Registration.of("No Name", address(1));
        Registration nowhere = Registration.of("calc", "nowhere");

        assertNames("name", () -> registry().register(unnamed, Optional.empty()));
        assertNames("service", () -> registry().register(nowhere, Optional.empty()));
        assertNames("services", () -> registry().watch(List.of("No Name"), 0, Duration.ZERO));
    }

    private static void assertNames(String field, Runnable call) {
        ServiceException refusal = refused(call);
        assertEquals(Status.BAD_REQUEST, refusal.status());
        assertEquals(field, refusal.violations().getFirst().field());
    }

    @Test
    default void renewsLeasesAndNamesTheUnknown() {
        long token = register("calc", 1);

        registry().renew(token);

        assertEquals(List.of(5L), registry().renewAll(List.of(token, 5L)));
        assertEquals("unknown_lease", refused(() -> registry().renew(5)).code());
    }

    @Test
    default void drainsWeighsAndEndsALease() {
        long token = register("calc", 1);

        registry().drain(token);
        assertEquals(InstanceStatus.DRAINING, only("calc").status());
        registry().change(token, new RegistryApi.LeaseChange(Optional.of(InstanceStatus.UP), Optional.of(7)));
        assertEquals(InstanceStatus.UP, only("calc").status());
        assertEquals(7, only("calc").weight());
        register("calc", 1);
        assertEquals(7, only("calc").weight());
        registry().deregister(token);
        assertEquals(Status.NOT_FOUND, refused(() -> registry().service("calc")).status());
        assertEquals(
                Status.NOT_FOUND, refused(() -> registry().deregister(token)).status());
    }

    @Test
    default void aLeaseThatIsNotRenewedEnds() throws InterruptedException {
        registry().register(Registration.of("calc", address(1)).ttl(Duration.ofSeconds(1)), Optional.empty());
        long revision = registry().watch(List.of("calc"), 0, Duration.ZERO).revision();

        Changes change = awaitGone(revision);

        assertEquals(Map.of("calc", List.of(address(1))), change.gone());
    }

    /// The lease may be suspected, and shown so, before it ends.
    private Changes awaitGone(long revision) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Changes change = Changes.none(revision);
        while (change.gone().isEmpty() && System.nanoTime() - end < 0) {
            change = registry().watch(List.of("calc"), change.revision(), Duration.ofSeconds(2));
        }
        return change;
    }

    @Test
    default void aWatchGivesTheStateAndThenWaitsForAChangeOfItsServices() throws InterruptedException {
        long token = register("calc", 1);
        Changes state = registry().watch(List.of("calc,blog"), 0, PATIENCE);
        assertTrue(state.full());
        assertEquals(1, state.services().getOrDefault("calc", List.of()).size());
        assertEquals(List.of(), state.services().get("blog"));

        Thread other = Thread.ofVirtual().start(() -> {
            register("shop", 9);
            register("blog", 2);
        });
        Changes came = registry().watch(List.of("calc", "blog"), state.revision(), PATIENCE);
        other.join();
        registry().deregister(token);
        Changes left = registry().watch(List.of("calc", "blog"), came.revision(), PATIENCE);

        assertFalse(came.full());
        assertEquals(List.of("blog"), List.copyOf(came.services().keySet()));
        assertEquals(Map.of("calc", List.of(address(1))), left.gone());
    }

    @Test
    default void aWatchForNothingEndsWithItsWait() {
        long revision = registry().watch(List.of("calc"), 0, Duration.ZERO).revision();

        assertTrue(registry()
                .watch(List.of("calc"), revision, Duration.ofMillis(10))
                .empty());
    }

    @Test
    default void aStreamTellsOfAllThatHappens() {
        register("calc", 1);
        try (Events<Changes> events = registry().events(List.of("*"), 0, Optional.empty(), Optional.empty())) {
            Changes first = events.next().data();
            register("blog", 2);
            Changes second = nextNews(events);

            assertTrue(first.full());
            assertEquals(List.of("calc"), List.copyOf(first.services().keySet()));
            assertEquals(List.of("blog"), List.copyOf(second.services().keySet()));
        }
    }

    private static Changes nextNews(Events<Changes> events) {
        Event<Changes> event = events.next();
        while (event.data().empty()) {
            event = events.next();
        }
        return event.data();
    }

    private long register(String name, int port) {
        Prepared<Map<String, List<Instance>>> answer =
                registry().register(Registration.of(name, address(port)), Optional.empty());
        return Long.parseLong(answer.headers().get(RegistryApi.LEASE_TOKEN));
    }

    private static long revision(Prepared<?> answer) {
        return Long.parseLong(answer.headers().get(RegistryApi.REVISION));
    }

    private Instance only(String name) {
        return registry().service(name).value().getFirst();
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static ServiceException refused(Runnable call) {
        return assertThrows(ServiceException.class, call::run);
    }
}
