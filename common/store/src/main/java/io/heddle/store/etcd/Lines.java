package io.heddle.store.etcd;

import io.heddle.kit.http1.Connection;
import io.heddle.kit.http1.TransportException;
import io.heddle.store.StoreAwayException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// An answer that comes line by line. Any thread may close it.
final class Lines implements AutoCloseable {
    private static final int MOST_BYTES = 64 << 20;

    private final Connection connection;
    private final InputStream in;
    private final Duration silence;

    Lines(Connection connection, Duration silence) {
        this.connection = connection;
        this.in = new BufferedInputStream(connection.body());
        this.silence = silence;
    }

    /// The next line; empty when there was none for as long as may be.
    ///
    /// @throws StoreAwayException when the answer broke off
    Optional<String> next() {
        connection.deadline(System.nanoTime() + silence.toNanos());
        try {
            return Optional.of(read());
        } catch (TransportException e) {
            if (e.kind() == TransportException.Kind.TIMED_OUT) {
                return Optional.empty();
            }
            throw new StoreAwayException("etcd's watch broke off", e);
        } catch (IOException e) {
            throw new StoreAwayException("etcd's watch broke off", e);
        }
    }

    private String read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() >= MOST_BYTES) {
                throw new StoreAwayException("etcd's watch ended");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        connection.close();
    }
}
