package io.heddle.kit.client.transport;

import io.heddle.kit.http1.Peer;

/// Sends one request to one peer.
public interface Transport extends AutoCloseable {
    /// Sends it and waits for the head of the answer.
    ///
    /// @param peer the other end
    /// @param request what to send
    /// @param deadline when the exchange is cut off, on the clock of {@link System#nanoTime()}
    /// @return the answer, which the caller closes
    /// @throws io.heddle.kit.http1.TransportException when there is none
    Answer send(Peer peer, Request request, long deadline);

    @Override
    void close();
}
