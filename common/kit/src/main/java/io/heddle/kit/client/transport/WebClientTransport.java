package io.heddle.kit.client.transport;

import io.heddle.kit.client.transport.WebClientPool.Lease;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.http1.Peer;
import io.heddle.kit.http1.TransportException;
import io.heddle.kit.http1.TransportException.Kind;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webclient.api.HttpClientRequest;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.WebClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Requests over Helidon's WebClient, whose every failure is mapped and whose deadlines are kept by closing the socket.
final class WebClientTransport implements Transport {
    private static final Duration TICK = Duration.ofMillis(5);

    private final Http1Settings settings;
    private final WebClient client;
    private final ConcurrentHashMap<Peer, WebClientPool> pools = new ConcurrentHashMap<>();
    private final Set<WebClientAnswer> running = ConcurrentHashMap.newKeySet();
    private final Thread watch;
    private volatile boolean closed;

    WebClientTransport(Http1Settings settings) {
        this.settings = settings;
        this.client = WebClient.builder()
                .socketOptions(options -> options.tcpNoDelay(true)
                        .connectTimeout(settings.connectTimeout())
                        .readTimeout(Duration.ofHours(1)))
                .sendExpectContinue(false)
                .followRedirects(false)
                .shareConnectionCache(false)
                .connectionCacheSize(1)
                .servicesDiscoverServices(false)
                .build();
        this.watch = Thread.ofPlatform().daemon().name("webclient-deadlines").start(this::watch);
    }

    private void watch() {
        while (!closed) {
            long now = System.nanoTime();
            for (WebClientAnswer exchange : running) {
                exchange.expire(now);
            }
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    @Override
    public Answer send(Peer peer, Request request, long deadline) {
        WebClientPool pool = pools.computeIfAbsent(peer, key -> new WebClientPool(client, key, settings));
        Lease lease = pool.acquire(!request.repeatable());
        try {
            return exchange(pool, lease, request, deadline);
        } catch (TransportException e) {
            if (e.kind() != Kind.NO_ANSWER || !lease.reused() || !request.repeatable()) {
                throw e;
            }
        }
        return exchange(pool, pool.acquire(true), request, deadline);
    }

    private Answer exchange(WebClientPool pool, Lease lease, Request request, long deadline) {
        Peer peer = pool.peer();
        WebClientAnswer answer = new WebClientAnswer(pool, lease, running::remove);
        answer.deadline(deadline);
        running.add(answer);
        try {
            answer.received(submit(lease, peer, request), request.method().equals("HEAD"));
            return answer;
        } catch (RuntimeException e) {
            answer.breakOff();
            throw describe(answer, peer, e);
        }
    }

    private HttpClientResponse submit(Lease lease, Peer peer, Request request) {
        HttpClientRequest outgoing = client.method(Method.create(request.method()))
                .uri((peer.tls() ? "https://" : "http://") + peer + request.target())
                .skipUriEncoding(true)
                .readTimeout(Duration.ofHours(1))
                .connection(lease.connection());
        List<String> headers = request.headers();
        for (int i = 0; i < headers.size(); i += 2) {
            outgoing.headers().add(HeaderNames.create(headers.get(i)), headers.get(i + 1));
        }
        return switch (request.body()) {
            case Request.Body.None _ -> outgoing.request();
            case Request.Body.Bytes body -> {
                outgoing.headers().set(HeaderNames.CONTENT_TYPE, body.contentType());
                yield outgoing.submit(body.content());
            }
            case Request.Body.Stream body -> {
                outgoing.headers().set(HeaderNames.CONTENT_TYPE, body.contentType());
                yield outgoing.outputStream(out -> copy(body.content(), out));
            }
        };
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        try (to) {
            from.transferTo(to);
        }
    }

    /// Helidon's client throws at least five kinds of exceptions for a connection that ended.
    static TransportException describe(WebClientAnswer answer, Peer peer, RuntimeException e) {
        if (e instanceof TransportException known) {
            return known;
        }
        if (answer.expired()) {
            return new TransportException(Kind.TIMED_OUT, "no answer in time from " + peer, e);
        }
        boolean ended =
                e instanceof DataReader.InsufficientDataAvailableException || e instanceof java.io.UncheckedIOException;
        return ended
                ? new TransportException(Kind.NO_ANSWER, peer + " closed the connection before it answered", e)
                : new TransportException(Kind.MALFORMED, peer + " sent an answer that makes no sense", e);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watch);
        pools.values().forEach(WebClientPool::close);
        client.closeResource();
    }
}
