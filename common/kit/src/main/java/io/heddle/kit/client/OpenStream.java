package io.heddle.kit.client;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.http1.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// The body of an answer that is read as it comes. Each read may wait as long as a stream may be silent; a body
/// that breaks off is a {@link ServiceException}, never an early end.
final class OpenStream extends InputStream {
    private final Received received;
    private final InputStream body;
    private final long idleNanos;

    OpenStream(Received received, Duration idle) {
        this.received = received;
        this.body = received.answer().stream();
        this.idleNanos = idle.toNanos();
        received.answer().deadline(System.nanoTime() + idleNanos);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        received.answer().deadline(System.nanoTime() + idleNanos);
        try {
            return body.read(target, offset, length);
        } catch (TransportException e) {
            received.broken();
            Status status = e.kind() == TransportException.Kind.TIMED_OUT ? Status.GATEWAY_TIMEOUT : Status.BAD_GATEWAY;
            throw ServiceException.of(status, "the stream broke off", e);
        }
    }

    @Override
    public void close() {
        received.close();
    }
}
