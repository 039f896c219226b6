package io.heddle.configcenter;

import io.heddle.kit.configcenter.ConfigApi;
import io.heddle.kit.configcenter.edit.ConfigEditApi;
import io.heddle.testkit.golden.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The contracts as others see them, committed so that a change of them is seen.
final class OpenApiTest {
    @Test
    void theDocumentIsTheOneThatIsCommitted() {
        Golden.document(Path.of("openapi.json"), "config-center", ConfigApi.class, ConfigEditApi.class);
    }
}
