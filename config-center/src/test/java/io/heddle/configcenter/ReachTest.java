package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many a publish reaches. The time is printed and not asserted: it belongs to the machine.
final class ReachTest {
    private static final int WATCHERS = 1000;
    private static final int WARM_UP = 30;
    private static final int PUBLISHES = 30;

    @TempDir
    private Path folder;

    private record Watcher(Socket socket, BufferedReader reader) {
        static Watcher open(int port, int number) {
            try {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.getOutputStream()
                        .write(("GET /events?entries=*/blogger&instance=host-" + number
                                        + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                Watcher watcher = new Watcher(
                        socket,
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
                watcher.await("\"revision\"");
                return watcher;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void await(String text) {
            try {
                String line = reader.readLine();
                while (line != null && !line.contains(text)) {
                    line = reader.readLine();
                }
                assertThat(line).isNotNull();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void aPublishReachesAThousandInstancesEachWatchingForItself() throws Exception {
        try (TestCenter center = TestCenter.in(folder);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Watcher> watchers = new ArrayList<>();
            for (int i = 0; i < WATCHERS; i++) {
                watchers.add(Watcher.open(center.port(), i));
            }
            List<Long> micros = new ArrayList<>();
            for (int i = 0; i < WARM_UP + PUBLISHES; i++) {
                micros.add(measure(center.http(), threads, watchers, "\"page\":" + (1000 + i)));
            }
            micros.subList(0, WARM_UP).clear();
            for (Watcher watcher : watchers) {
                watcher.socket().close();
            }
            micros.sort(null);
            System.out.printf(
                    "a publish reaches %d watchers in %.1f ms (median), %.1f ms (slowest of %d)%n",
                    WATCHERS, micros.get(PUBLISHES / 2) / 1000.0, micros.getLast() / 1000.0, PUBLISHES);
            assertThat(center.http().read("shelf/blogger")).contains("1059");
        }
    }

    /// From before the publish is sent until the last watcher has read it.
    private static long measure(Http http, ExecutorService threads, List<Watcher> watchers, String text)
            throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(watchers.size());
        watchers.forEach(watcher -> threads.execute(() -> {
            watcher.await(text);
            reached.countDown();
        }));
        long began = System.nanoTime();
        http.publish("shelf/blogger", "{" + text + "}");
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began);
    }
}
