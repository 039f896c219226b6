package io.heddle.kit.server.stream;

import io.heddle.contract.reply.Events;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.server.answer.Answer;
import io.heddle.kit.server.guard.Wire;
import java.time.Duration;

/// The live streams of one server. Streams that send the very same event share its text.
public final class EventStreams {
    private final Json json;
    private final Duration heartbeat;
    private final Frames frames = new Frames();

    /// The streams of a server.
    ///
    /// @param heartbeat how long a line may be quiet before a comment is sent
    public EventStreams(Json json, Duration heartbeat) {
        this.json = json;
        this.heartbeat = heartbeat;
    }

    /// Sends the head and begins with the events, which go on after the return until they end or the peer goes away.
    /// Both the source and the connection are closed then, or now when nobody wants more than the head.
    public <T> void send(JsonType<T> type, Events<T> events, Wire wire, Answer answer) {
        EventText<T> text = new EventText<>(json, type);
        try {
            byte[] head = answer.chunkedHead("text/event-stream");
            if (answer.head()) {
                wire.write(head);
                events.close();
            } else {
                new EventStream<>(events, event -> frames.of(event, text), wire).begin(head, heartbeat);
            }
        } catch (RuntimeException e) {
            events.close();
            throw e;
        }
    }
}
