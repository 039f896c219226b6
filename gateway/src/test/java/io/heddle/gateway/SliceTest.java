package io.heddle.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The slice of the calculator that the gateway calls is held to the document that the calculator has committed.
class SliceTest {
    private final JsonMapper mapper = new JsonMapper();

    @Test
    void everythingThatTheGatewayCallsIsOfferedByTheCalculator() {
        JsonNode callee = paths(Path.of("../calc/openapi.json"));
        JsonNode slice = paths(Path.of("openapi.json"));
        assertThat(slice.propertyNames()).isNotEmpty();
        slice.propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(operation -> {
                    JsonNode offered = callee.path(path.getKey()).path(operation.getKey());
                    assertThat(offered.path("parameters"))
                            .as(path.getKey())
                            .isEqualTo(operation.getValue().path("parameters"));
                    assertThat(offered.path("responses").path("200"))
                            .isEqualTo(operation.getValue().path("responses").path("200"));
                }));
    }

    private JsonNode paths(Path document) {
        return mapper.readTree(document.toFile()).path("paths");
    }
}
