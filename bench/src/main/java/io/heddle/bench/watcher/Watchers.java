package io.heddle.bench.watcher;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Watchers of one thing, and how long it takes until the last of them has seen a change.
public final class Watchers implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<Watcher> all;

    private Watchers(List<Watcher> all) {
        this.all = all;
    }

    /// Opens event streams and waits until each has had its first event.
    ///
    /// @param path of the stream, with its query
    public static Watchers open(URI center, String path, int count) {
        return open(center, new Talk.EventStream(path), count);
    }

    /// Begins blocking queries of Consul's kind and waits until each has had its first answer.
    ///
    /// @param path of the query, with at least one parameter
    public static Watchers query(URI center, String path, int count) {
        return open(center, new Talk.BlockingQueries(path), count);
    }

    private static Watchers open(URI center, Talk talk, int count) {
        List<Watcher> all =
                Stream.generate(() -> new Watcher(center, talk)).limit(count).toList();
        Watchers watchers = new Watchers(all);
        CountDownLatch first = watchers.expect(talk::stands);
        all.forEach(watcher -> Thread.ofVirtual().start(watcher::run));
        await(first);
        return watchers;
    }

    /// The milliseconds from the beginning of a change until every watcher has read that text.
    public double millisUntilSeen(String text, Runnable change) {
        CountDownLatch seen = expect(read -> read.contains(text));
        long begun = System.nanoTime();
        change.run();
        await(seen);
        return (double) TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun) / 1000;
    }

    private CountDownLatch expect(Predicate<String> wanted) {
        CountDownLatch left = new CountDownLatch(all.size());
        all.forEach(watcher -> watcher.expect(new Watcher.Wish(wanted, left)));
        return left;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(latch.getCount() + " watchers have not seen the change");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while watchers wait", e);
        }
    }

    @Override
    public void close() {
        all.forEach(Watcher::close);
    }
}
