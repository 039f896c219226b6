package io.heddle.gateway.relay;

import io.heddle.kit.http1.ResponseHead;
import io.heddle.kit.http1.TransportException;
import io.heddle.kit.server.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Passes an answer on to the caller: a short one in one piece, a long or endless one as it comes.
final class Answered {
    private static final byte[] NOTHING = {};

    private final Exchange exchange;
    private final Presence caller;
    private final Duration idle;
    private final Buffers buffers;

    Answered(Exchange exchange, Presence caller, Duration idle, Buffers buffers) {
        this.exchange = exchange;
        this.caller = caller;
        this.idle = idle;
        this.buffers = buffers;
    }

    /// Passes it on and gives its status.
    int give(Arrival arrival) {
        byte[] buffer = buffers.take();
        boolean ended = false;
        boolean instanceFailed = false;
        try {
            passHeaders(arrival.head());
            passBody(arrival, buffer);
            ended = true;
            caller.forget();
            arrival.end();
            return arrival.head().status();
        } catch (TransportException e) {
            instanceFailed = !caller.gone();
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("the caller went away", e);
        } finally {
            buffers.give(buffer);
            if (!ended) {
                arrival.breakOff(instanceFailed);
            }
        }
    }

    private void passHeaders(ResponseHead head) {
        String connection = head.header("connection");
        Passage passage = Passage.beside(connection == null ? List.of() : List.of(connection));
        String[] names = new String[head.size()];
        Arrays.setAll(names, head::name);
        for (int i = 0; i < names.length; i++) {
            if (passage.allows(names[i])) {
                pass(head, names, i);
            }
        }
    }

    /// Cookies go one by one, others of the same name are joined where the first stands (RFC 9110, 5.3).
    private void pass(ResponseHead head, String[] names, int at) {
        StringBuilder joined = null;
        boolean alone = names[at].equalsIgnoreCase("set-cookie");
        for (int i = 0; i < names.length && !alone; i++) {
            if (i != at && names[i].equalsIgnoreCase(names[at])) {
                if (i < at) {
                    return;
                }
                joined = (joined == null ? new StringBuilder(head.value(at)) : joined)
                        .append(", ")
                        .append(head.value(i));
            }
        }
        exchange.header(names[at], joined == null ? head.value(at) : joined.toString());
    }

    private void passBody(Arrival arrival, byte[] buffer) throws IOException {
        ResponseHead head = arrival.head();
        long length = head.contentLength();
        InputStream body = arrival.connection().body();
        caller.await(arrival.connection(), System.nanoTime() + idle.toNanos());
        if (!head.hasBody() && length < 0 && exchange.method().equals("HEAD")) {
            exchange.open(head.status(), -1).close();
        } else if (!head.hasBody()) {
            exchange.raw(head.status(), NOTHING, Math.clamp(length, 0, Integer.MAX_VALUE));
        } else if (length >= 0 && length <= buffer.length) {
            int count = body.readNBytes(buffer, 0, (int) length);
            exchange.raw(head.status(), buffer, count);
        } else {
            stream(arrival, body, buffer);
        }
    }

    private void stream(Arrival arrival, InputStream body, byte[] buffer) throws IOException {
        OutputStream out = exchange.open(arrival.head().status(), arrival.head().contentLength());
        for (int n = body.read(buffer, 0, buffer.length); n >= 0; n = body.read(buffer, 0, buffer.length)) {
            out.write(buffer, 0, n);
            out.flush();
            caller.await(arrival.connection(), System.nanoTime() + idle.toNanos());
        }
        out.close();
    }
}
