package io.heddle.gateway.relay;

import io.heddle.kit.http1.Connection;
import io.heddle.kit.task.Hangup;
import org.jspecify.annotations.Nullable;

/// Whether the caller is still there. When it goes away, the exchange with the instance is cut off: by its deadline,
/// the one thing about a connection that another thread may set.
final class Presence implements AutoCloseable {
    private @Nullable Connection waited;
    private Hangup hangup = () -> {};
    private volatile boolean gone;

    static Presence listen() {
        Presence presence = new Presence();
        presence.hangup = Hangup.listen(presence::leave);
        return presence;
    }

    private synchronized void leave() {
        gone = true;
        if (waited != null) {
            waited.deadline(System.nanoTime());
        }
    }

    boolean gone() {
        return gone;
    }

    /// Sets until when a connection is waited for, which is not at all when the caller is gone.
    synchronized void await(Connection connection, long until) {
        waited = connection;
        connection.deadline(gone ? System.nanoTime() : until);
    }

    /// To be called before a connection is given back, for then it is another's.
    synchronized void forget() {
        waited = null;
    }

    @Override
    public void close() {
        hangup.close();
    }
}
