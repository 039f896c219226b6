package io.heddle.kit.server.guard;

/// An answer without end on a connection whose own thread only listens for the peer's close. Each method but
/// {@link #over} is called on a thread of its own.
public interface Live {
    /// The line has been quiet for as long as it may be.
    void beat();

    /// The server is about to stop: the answer is to be completed.
    void end();

    /// The peer has closed its side, or the connection is gone. Called once, by the thread of the connection.
    void over();
}
