package io.heddle.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.RegistryApi;
import io.heddle.testkit.clock.TurnedClock;
import io.heddle.testkit.service.TestService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MemoryRegistryTest implements RegistryContract {
    private final TestService<RegistryApi> service =
            TestService.serving(RegistryApi.class, new MemoryRegistry(InstantSource.system()));

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aLeaseEndsWhenTheClockSaysSo() {
        TurnedClock clock = TurnedClock.at(Instant.EPOCH);
        MemoryRegistry registry = new MemoryRegistry(clock);
        registry.register(Registration.of("calc", "http://127.0.0.1:1").ttl(Duration.ofMinutes(1)), Optional.empty());

        clock.turn(Duration.ofSeconds(60));
        assertThat(registry.instances("calc")).hasSize(1);
        clock.turn(Duration.ofMillis(1));
        assertThat(registry.instances("calc")).isEmpty();
    }

    @Override
    public RegistryApi registry() {
        return service.client();
    }
}
