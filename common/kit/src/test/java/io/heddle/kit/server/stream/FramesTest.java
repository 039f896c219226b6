package io.heddle.kit.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.contract.reply.Event;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import org.junit.jupiter.api.Test;

final class FramesTest {
    private static final JsonType<String> TYPE = new JsonType<>() {};

    private final EventText<String> text = new EventText<>(Json.strict(), TYPE);
    private final Frames frames = new Frames();

    @Test
    void writesTheVerySameEventOutOnce() {
        Event<String> event = Event.of("1", "one");

        byte[] first = frames.of(event, text);

        assertThat(frames.of(event, text)).isSameAs(first).isEqualTo(text.chunk(event));
    }

    @Test
    void neverTakesOneEventForAnother() {
        for (int i = 0; i < 10_000; i++) {
            Event<String> event = Event.of("" + i, "text " + i % 100);
            assertThat(frames.of(event, text)).isEqualTo(text.chunk(event));
        }
    }
}
