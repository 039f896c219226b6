package io.heddle.testkit.load;

import io.heddle.kit.http1.Connection;
import io.heddle.kit.http1.Http1;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.http1.Peer;
import io.heddle.kit.http1.ResponseHead;
import io.heddle.kit.http1.TransportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/// GET requests by a number of virtual threads, each one after the other, until it is stopped or its time is over.
public final class Load implements AutoCloseable {
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);
    private static final int MAX_SAMPLES = 2_000_000;

    private final URI target;
    private final Http1 http1 = Http1.open(Http1Settings.standard());
    private final LongAdder answers = new LongAdder();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListMap<Long, LongAdder> latencies = new ConcurrentSkipListMap<>();
    private final long end;
    private List<Thread> threads = List.of();
    private volatile boolean stopped;

    private Load(URI target, Duration longest) {
        this.target = target;
        this.end = System.nanoTime() + longest.toNanos();
    }

    /// Begins.
    ///
    /// @param target what is asked for, `http://host:port/path`
    /// @param connections how many ask at the same time
    /// @param longest when it ends by itself
    public static Load start(URI target, int connections, Duration longest) {
        Load load = new Load(target, longest);
        load.threads = IntStream.range(0, connections)
                .mapToObj(_ -> Thread.ofVirtual().start(load::run))
                .toList();
        return load;
    }

    private void run() {
        Peer peer = Peer.plain(target.getHost(), target.getPort());
        byte[] request = ("GET " + target.getRawPath() + " HTTP/1.1\r\nHost: " + peer + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        while (!stopped && System.nanoTime() - end < 0) {
            long begin = System.nanoTime();
            try {
                ask(peer, request, begin);
            } catch (TransportException e) {
                fail(begin, e.kind() + ": " + e.getMessage());
            } catch (UncheckedIOException e) {
                fail(begin, e.toString());
            }
            note(System.nanoTime() - begin);
        }
    }

    private void ask(Peer peer, byte[] request, long begin) {
        long due = System.nanoTime() + REQUEST_LIMIT.toNanos();
        try (Connection connection = http1.connect(peer, due, Http1.Use.ANY)) {
            connection.put(request, 0, request.length).flush();
            ResponseHead head = connection.readHead(false);
            byte[] body = connection.body().readAllBytes();
            connection.release();
            answers.increment();
            if (head.status() != 200) {
                fail(begin, head.status() + ": " + new String(body, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fail(long begin, String why) {
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        failures.add(Instant.now() + " after " + took + " ms: " + why);
    }

    private void note(long nanos) {
        if (answers.sum() < MAX_SAMPLES) {
            long bucket = TimeUnit.NANOSECONDS.toMicros(nanos) / 100 * 100;
            latencies.computeIfAbsent(bucket, _ -> new LongAdder()).increment();
        }
    }

    /// How many answers have come.
    public long answers() {
        return answers.sum();
    }

    /// What went wrong, one line for each request that failed.
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /// Forgets the durations so far.
    public void forgetDurations() {
        latencies.clear();
    }

    /// The duration that this share of the requests stayed under, to a tenth of a millisecond.
    ///
    /// @param share from 0 to 1
    public Duration percentile(double share) {
        long total = latencies.values().stream().mapToLong(LongAdder::sum).sum();
        long seen = 0;
        for (var bucket : latencies.entrySet()) {
            seen += bucket.getValue().sum();
            if (seen >= total * share) {
                return Duration.of(bucket.getKey() + 100, ChronoUnit.MICROS);
            }
        }
        return Duration.ZERO;
    }

    /// Ends it and waits for the requests under way.
    public void stop() {
        stopped = true;
        threads.forEach(Load::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        http1.close();
    }
}
