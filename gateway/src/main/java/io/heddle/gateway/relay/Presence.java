package io.heddle.gateway.relay;

import io.heddle.kit.http1.Connection;
import io.heddle.kit.task.Hangup;
import org.jspecify.annotations.Nullable;

/// Whether the caller is still there. When it goes away, the exchange with the instance is cut off: by its deadline,
/// the one thing about a connection that another thread may set.
final class Presence implements AutoCloseable {
    private volatile @Nullable Connection waited;
    private volatile boolean gone;
    private Hangup hangup = () -> {};

    static Presence listen() {
        Presence presence = new Presence();
        presence.hangup = Hangup.listen(presence::leave);
        return presence;
    }

    private void leave() {
        gone = true;
        Connection connection = waited;
        if (connection != null) {
            connection.deadline(System.nanoTime());
        }
    }

    boolean gone() {
        return gone;
    }

    /// Sets until when a connection is waited for, which is not at all when the caller is gone.
    void await(Connection connection, long until) {
        connection.deadline(until);
        waited = connection;
        if (gone) {
            connection.deadline(System.nanoTime());
        }
    }

    @Override
    public void close() {
        hangup.close();
        waited = null;
    }
}
