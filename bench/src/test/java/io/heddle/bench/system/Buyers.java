package io.heddle.bench.system;

import io.heddle.kit.http1.Connection;
import io.heddle.kit.http1.Http1;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.http1.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A crowd in which every user asks twice, at the same moment, and what each was told.
///
/// @param told the two answers of each user
/// @param took how long all took
record Buyers(Map<Integer, List<JsonNode>> told, Duration took) {
    private static final int PAIRS = 32;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /// Lets the users `1..count` ask.
    ///
    /// @param url where claims go
    static Buyers ask(String url, int count) {
        Map<Integer, List<JsonNode>> told = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger(1);
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        try (Http1 http = Http1.open(Http1Settings.standard())) {
            List<Thread> all = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                int[] user = new int[1];
                CyclicBarrier both = new CyclicBarrier(2, () -> user[0] = next.getAndIncrement());
                for (int i = 0; i < 2; i++) {
                    all.add(Thread.ofVirtual().start(() -> {
                        while (together(both) && user[0] <= count) {
                            try {
                                JsonNode answer = decided(http, URI.create(url), user[0]);
                                told.computeIfAbsent(user[0], _ -> new CopyOnWriteArrayList<>())
                                        .add(answer);
                            } catch (RuntimeException e) {
                                failures.add(e);
                            }
                        }
                    }));
                }
            }
            all.forEach(Buyers::join);
        }
        @Nullable Throwable failure = failures.peek();
        if (failure != null) {
            throw new IllegalStateException("a buyer failed", failure);
        }
        return new Buyers(told, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static boolean together(CyclicBarrier both) {
        try {
            both.await();
            return true;
        } catch (InterruptedException | BrokenBarrierException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Asks until it is decided: 503 promises nothing and may be asked again.
    private static JsonNode decided(Http1 http, URI url, int user) {
        long end = System.nanoTime() + LIMIT.toNanos();
        JsonNode answer = claim(http, url, user);
        while (answer.path("status_code").asInt() == 503 && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = claim(http, url, user);
        }
        if (answer.path("code").asInt(-1) != 0) {
            throw new IllegalStateException("user " + user + " was told " + answer);
        }
        return answer.path("data");
    }

    private static JsonNode claim(Http1 http, URI url, int user) {
        Peer peer = Peer.plain(url.getHost(), url.getPort());
        String body = "{\"user_id\":" + user + "}";
        try (Connection connection = http.connect(peer, System.nanoTime() + LIMIT.toNanos(), Http1.Use.CHECKED)) {
            connection
                    .put("POST " + url.getRawPath() + " HTTP/1.1\r\nHost: " + peer
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body)
                    .flush();
            connection.readHead(false);
            String text = new String(connection.body().readAllBytes(), StandardCharsets.UTF_8);
            connection.release();
            return Web.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while buyers ask", e);
        }
    }

    /// How often each status was told.
    Map<String, Long> statuses() {
        return told.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(each -> each.path("status").asString(), Collectors.counting()));
    }

    /// The users who were told that they have won, with the number of their order.
    Map<Integer, String> winners() {
        return told.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(each -> each.path("won").asBoolean()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().getFirst().path("order_id").asString()));
    }
}
