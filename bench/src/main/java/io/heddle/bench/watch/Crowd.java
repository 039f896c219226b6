package io.heddle.bench.watch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Many watchers of one registry on one thread, so that reading costs as little as it can.
public final class Crowd implements AutoCloseable {
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);
    private static final int SERVICES = 100;

    private final InetSocketAddress registry;
    private final Socket pen;
    private final InputStream answers;
    private final Selector selector;
    private final List<Watcher> watchers = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    private Crowd(InetSocketAddress registry) throws IOException {
        this.registry = registry;
        this.pen = new Socket(registry.getAddress(), registry.getPort());
        this.pen.setTcpNoDelay(true);
        this.answers = new BufferedInputStream(pen.getInputStream());
        this.selector = Selector.open();
    }

    /// Nobody yet, for the registry at that address.
    public static Crowd of(URI registry) throws IOException {
        return new Crowd(new InetSocketAddress(registry.getHost(), registry.getPort()));
    }

    /// Registers instances, spread over services.
    public void fill(int instances) throws IOException {
        for (int i = 0; i < instances; i++) {
            register("svc" + i % SERVICES, "http://10.0." + i / 250 + "." + i % 250 + ":8080");
            answered();
        }
    }

    /// Opens the streams, all of the same two services, and reads their first events.
    public void watch(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Watcher watcher = Watcher.open(registry, "/events?services=svc7,svc8");
            watcher.channel().configureBlocking(false);
            watcher.channel().register(selector, SelectionKey.OP_READ, watcher);
            watchers.add(watcher);
        }
        await("\"full\":true");
    }

    /// Makes changes, each when the last one has reached everybody.
    public Reach change(int changes) throws IOException {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            String mark = "10.9." + System.nanoTime() / 250 % 250 + '.' + i % 250 + ":9090";
            long begun = System.nanoTime();
            register("svc7", "http://" + mark);
            await(mark);
            times.add(Duration.ofNanos(System.nanoTime() - begun));
            answered();
        }
        return new Reach(times);
    }

    private void await(String mark) throws IOException {
        watchers.forEach(Watcher::begin);
        long end = System.nanoTime() + LONGEST;
        for (int missing = watchers.size(); missing > 0; ) {
            selector.select(1000);
            for (SelectionKey key : selector.selectedKeys()) {
                missing -= ((Watcher) key.attachment()).read(buffer, mark) ? 1 : 0;
            }
            selector.selectedKeys().clear();
            if (System.nanoTime() - end > 0) {
                throw new IOException(missing + " watchers were never told");
            }
        }
    }

    private void register(String name, String address) throws IOException {
        String body = "{\"name\":\"" + name + "\",\"service\":\"" + address + "\",\"ttl\":600}";
        String head = "POST /register?since=" + Long.MAX_VALUE + " HTTP/1.1\r\nHost: registry\r\nContent-Length: "
                + body.length() + "\r\n\r\n";
        pen.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
    }

    /// Reads the answer to a registration.
    private void answered() throws IOException {
        int length = 0;
        String status = line();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        answers.skipNBytes(length);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = answers.read(); one != '\n'; one = answers.read()) {
            if (one < 0) {
                throw new IOException("the registry closed the connection");
            }
            line.append((char) one);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        pen.close();
        watchers.forEach(Watcher::close);
        selector.close();
    }

    /// Measures a registry that runs.
    ///
    /// @param args its address, its process id, and how many changes
    public static void main(String[] args) throws IOException, InterruptedException {
        try (Crowd crowd = of(URI.create(args[0]))) {
            crowd.fill(10_000);
            crowd.watch(1000);
            crowd.change(40);
            Reach reach = crowd.change(Integer.parseInt(args[2]));
            System.out.printf(
                    "min %.1f ms, median %.1f ms, max %.1f ms%n",
                    millis(reach.fastest()), millis(reach.median()), millis(reach.slowest()));
            ProcessHandle process = ProcessHandle.of(Long.parseLong(args[1])).orElseThrow();
            Duration before = process.info().totalCpuDuration().orElseThrow();
            TimeUnit.SECONDS.sleep(30);
            Duration used = process.info().totalCpuDuration().orElseThrow().minus(before);
            System.out.printf("%.2f %% of a core when idle%n", millis(used) / 300);
        }
    }

    private static double millis(Duration time) {
        return (double) TimeUnit.NANOSECONDS.toMicros(time.toNanos()) / 1000;
    }
}
