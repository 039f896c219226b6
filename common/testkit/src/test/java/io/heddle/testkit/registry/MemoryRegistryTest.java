package io.heddle.testkit.registry;

import io.heddle.kit.registry.RegistryApi;
import io.heddle.testkit.service.TestService;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

final class MemoryRegistryTest implements RegistryContract {
    private final TestService<RegistryApi> service =
            TestService.serving(RegistryApi.class, new MemoryRegistry(InstantSource.system()));

    @AfterEach
    void close() {
        service.close();
    }

    @Override
    public RegistryApi registry() {
        return service.client();
    }
}
