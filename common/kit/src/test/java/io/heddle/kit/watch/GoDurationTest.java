package io.heddle.kit.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.heddle.contract.error.ServiceException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "10s,PT10S",
        "120000ms,PT2M",
        "1m30s,PT1M30S",
        "1.5h,PT1H30M",
        "500us,PT0.0005S",
        "0s,PT0S",
        "1000000000,PT1S",
        "999999999999h,P3650D"
    })
    void readsWhatGoWrites(String text, Duration duration) {
        assertEquals(duration, GoDuration.of("wait", text).time());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-5s", "5 s", "5d", "1e3s", "s5", "5s5"})
    void refusesAllElse(String text) {
        assertThrows(ServiceException.class, () -> GoDuration.of("wait", text));
    }
}
