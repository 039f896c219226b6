package io.heddle.kit.http1;

import java.io.InputStream;

/// A connection lent to one exchange. Used by one thread, except that any thread may {@link #close()} it.
///
/// Send the head, the body if there is one, read the head of the answer, read its body to the end, then {@link
/// #release()}. Every blocking method throws {@link TransportException}.
public interface Connection extends AutoCloseable {
    /// Whether it served another exchange before.
    boolean reused();

    /// The peer as a `Host` header names it.
    String host();

    /// Sets the moment, on the clock of {@link System#nanoTime()}, at which the exchange is cut off.
    void deadline(long nanos);

    /// Adds text in Latin-1 to what is to be sent. What does not fit the connection's buffer is sent at once.
    ///
    /// @param text without CR and LF but where a line ends
    Connection put(String text);

    /// Adds bytes to what is to be sent.
    Connection put(byte[] bytes, int offset, int length);

    /// Sends what was put.
    void flush();

    /// Reads the head of the final answer.
    ///
    /// @param bodiless whether the request was a HEAD, so that no body follows
    ResponseHead readHead(boolean bodiless);

    /// The body of the answer; it ends where the framing says. A body cut short throws {@link TransportException}.
    InputStream body();

    /// Gives it back for another exchange if the answer was read to its end and both sides keep the connection;
    /// closes it otherwise.
    void release();

    /// Closes it at once. Does nothing after {@link #release()}, whoever uses the connection by then.
    @Override
    void close();
}
