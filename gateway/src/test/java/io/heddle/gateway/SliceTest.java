package io.heddle.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.testkit.slice.Slice;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The slice of the calculator that the gateway calls is held to the document that the calculator has committed.
class SliceTest {
    @Test
    void everythingThatTheGatewayCallsIsOfferedByTheCalculator() {
        assertThat(Slice.differences(CalcApi.class, Path.of("../calc/openapi.json")))
                .isEmpty();
    }
}
