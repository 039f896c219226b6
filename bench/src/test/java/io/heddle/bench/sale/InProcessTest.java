package io.heddle.bench.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class InProcessTest {
    private final InProcess inside = new InProcess(Duration.ofMillis(100));

    @Test
    void decisionsAreCountedAndMakeNoEvents() {
        InProcess.Figure figure = inside.decisions();

        assertTrue(figure.perSecond() > 0, figure.toString());
        assertEquals(0, figure.perSync());
    }

    @Test
    void winsShareTheirSyncs() {
        InProcess.Figure figure = inside.wins(16);

        assertTrue(figure.perSecond() > 0, figure.toString());
        assertTrue(figure.perSync() >= 1, figure.toString());
    }
}
