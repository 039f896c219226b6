package io.heddle.kit.client.transport;

import io.heddle.kit.client.transport.WebClientPool.Lease;
import io.heddle.kit.http1.TransportException;
import io.heddle.kit.http1.TransportException.Kind;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.webclient.api.HttpClientResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One exchange through Helidon's WebClient, from before its request until its answer is closed.
final class WebClientAnswer implements Answer {
    private final WebClientPool pool;
    private final Lease lease;
    private final Consumer<WebClientAnswer> ended;
    private final AtomicBoolean done = new AtomicBoolean();
    private volatile long deadline;
    private volatile boolean expired;
    private @Nullable HttpClientResponse response;
    private boolean bodiless;
    private boolean whole;

    WebClientAnswer(WebClientPool pool, Lease lease, Consumer<WebClientAnswer> ended) {
        this.pool = pool;
        this.lease = lease;
        this.ended = ended;
    }

    void received(HttpClientResponse head, boolean headOnly) {
        response = head;
        int status = head.status().code();
        bodiless = headOnly || status == 204 || status == 304;
    }

    void expire(long now) {
        if (deadline - now <= 0 && !done.get()) {
            expired = true;
            lease.connection().closeResource();
        }
    }

    boolean expired() {
        return expired;
    }

    private HttpClientResponse response() {
        if (response == null) {
            throw new IllegalStateException("no answer yet");
        }
        return response;
    }

    @Override
    public int status() {
        return response().status().code();
    }

    @Override
    public @Nullable String header(String name) {
        return response().headers().first(HeaderNames.create(name)).orElse(null);
    }

    @Override
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response().headers()) {
            headers.put(header.name(), List.copyOf(header.allValues()));
        }
        return headers;
    }

    @Override
    public byte[] bytes(int limit) {
        if (bodiless || !response().entity().hasEntity()) {
            whole = !bodiless;
            return new byte[0];
        }
        try {
            byte[] bytes = stream().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw TransportException.tooLarge(limit);
            }
            return bytes;
        } catch (IOException e) {
            throw new TransportException(Kind.BROKEN, "the answer broke off", e);
        }
    }

    @Override
    public InputStream stream() {
        if (bodiless || !response().entity().hasEntity()) {
            return InputStream.nullInputStream();
        }
        return new Guarded(response().inputStream());
    }

    @Override
    public void deadline(long nanos) {
        deadline = nanos;
    }

    @Override
    public void close() {
        if (done.compareAndSet(false, true)) {
            ended.accept(this);
            if (whole && response != null) {
                response.close();
            }
            pool.done(lease, !whole);
        }
    }

    /// Ends an exchange that has no answer.
    void breakOff() {
        whole = false;
        close();
    }

    /// A body whose every failure is one of transport, and whose end is noted.
    private final class Guarded extends InputStream {
        private final InputStream body;

        Guarded(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int count = body.read(target, offset, length);
                whole = count < 0;
                return count;
            } catch (IOException | RuntimeException e) {
                whole = false;
                Kind kind = expired ? Kind.TIMED_OUT : Kind.BROKEN;
                throw new TransportException(kind, "the answer broke off", e);
            }
        }

        @Override
        public void close() {
            WebClientAnswer.this.close();
        }
    }
}
