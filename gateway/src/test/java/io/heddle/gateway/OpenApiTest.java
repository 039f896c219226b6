package io.heddle.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heddle.kit.openapi.OpenApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The contract as others see it, committed so that a change of it is seen. `-Dheddle.golden=rewrite` writes it anew.
final class OpenApiTest {
    private static final Path GOLDEN = Path.of("openapi.json");

    @Test
    void theDocumentIsTheOneThatIsCommitted() throws IOException {
        byte[] document = OpenApi.of("gateway", "0", List.of(CalcApi.class)).json();
        JsonMapper mapper = new JsonMapper();
        String text = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(document)) + "\n";
        if ("rewrite".equals(System.getProperty("heddle.golden"))) {
            Files.writeString(GOLDEN, text);
        }

        assertEquals(new String(Files.readAllBytes(GOLDEN), StandardCharsets.UTF_8), text);
    }
}
