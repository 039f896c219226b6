package io.heddle.registry;

import io.heddle.kit.registry.RegistryApi;
import io.heddle.registry.console.ConsoleApi;
import io.heddle.testkit.golden.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The contract as others see it, committed so that a change of it is seen.
final class OpenApiTest {
    @Test
    void theDocumentIsTheOneThatIsCommitted() {
        Golden.document(Path.of("openapi.json"), "registry-center", RegistryApi.class, ConsoleApi.class);
    }
}
