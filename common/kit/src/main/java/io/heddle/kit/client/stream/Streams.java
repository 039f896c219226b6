package io.heddle.kit.client.stream;

import io.heddle.contract.reply.Events;
import java.io.InputStream;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads streams of values. What they return closes the body, and is used by one thread.
public final class Streams {
    private Streams() {}

    /// One value a line, empty lines passed over.
    ///
    /// @param parse makes a value of the bytes of a line
    public static <T> Stream<T> lines(InputStream body, Function<byte[], T> parse) {
        return new LineStream<>(body, parse).stream();
    }

    /// Server-sent events.
    ///
    /// @param parse makes a value of the data of an event
    public static <T> Events<T> events(InputStream body, Function<byte[], T> parse) {
        return new EventStream<>(body, parse);
    }
}
