package io.heddle.contract.reply;

import java.util.Iterator;

/// Live events, sent as `text/event-stream`. Closing it ends the stream on both sides.
///
/// `hasNext` blocks until an event is there or the stream has ended. One thread iterates; any thread may close, and a
/// blocked `hasNext` then answers false. A server closes it at once when the peer goes away.
///
/// @param <T> the type of the data of an event
public interface Events<T> extends Iterator<Event<T>>, AutoCloseable {
    @Override
    void close();
}
