package io.heddle.bench.call;

import java.net.URI;

/// An HTTP client to be measured.
public interface Peer {
    /// Its name in the table, without spaces.
    String name();

    /// Opens it with its usual settings and at least 64 connections.
    Session open(URI server) throws Exception;

    /// An open client. Any thread may call.
    interface Session extends AutoCloseable {
        /// Calls `GET /greet/{id}?times=3`, reads the JSON in its envelope, and gives the id in its data.
        long call(long id) throws Exception;

        @Override
        void close();
    }
}
