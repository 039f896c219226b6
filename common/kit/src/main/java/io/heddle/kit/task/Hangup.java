package io.heddle.kit.task;

/// Listens for the one who waits for the answer in hand, in case they go away before it is there.
///
/// Ambient, as the {@link Deadline} is: whoever takes requests binds a {@link Line}, and work that may wait long
/// listens on it. Used by the thread that answers.
@FunctionalInterface
public interface Hangup extends AutoCloseable {
    /// The line to the one who waits. Whoever takes requests binds it.
    ScopedValue<Line> LINE = ScopedValue.newInstance();

    /// Runs the action, on a thread of its own and at most once, when the one who waits goes away: closes its
    /// connection or its sending side. Noticed within a quarter of a second; not noticed while they have sent more
    /// requests than were answered. Where nobody waits nothing happens.
    ///
    /// @return to be closed when the action is of no use any more
    static Hangup listen(Runnable action) {
        return LINE.isBound() ? LINE.get().listen(action) : () -> {};
    }

    /// Stops to listen.
    @Override
    void close();

    /// A connection to one who waits.
    @FunctionalInterface
    interface Line {
        /// Runs the action when they go away.
        Hangup listen(Runnable action);
    }
}
