package io.heddle.kit.server.stream;

import io.heddle.contract.reply.Events;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
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

    /// Sends the head and then the events until they end or the peer goes away, and closes both the source and the
    /// connection. Called by the thread of the connection; returns when all is over.
    ///
    /// @param head the head of the answer, which says that it is chunked
    public <T> void send(JsonType<T> type, Events<T> events, Wire wire, byte[] head) {
        EventText<T> text = new EventText<>(json, type);
        new EventStream<>(events, event -> frames.of(event, text), wire).run(head, heartbeat);
    }
}
