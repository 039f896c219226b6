package io.heddle.bench.facade;

import io.heddle.bench.load.Sample;
import io.heddle.bench.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryNTimes;

/// A ZooKeeper of our own on a free port of 127.0.0.1, asked by its own client.
record ZooKeeper(Child child, CuratorFramework client) implements AutoCloseable {
    private static final Path JAR = Path.of("/usr/share/java/zookeeper.jar");
    private static final String KEY = "/services";
    private static final int IN_FLIGHT = 64;

    /// One request.
    private interface Step {
        void run() throws Exception;
    }

    /// Starts one; empty when it is not installed.
    static Optional<ZooKeeper> start() {
        if (!Files.exists(JAR)) {
            return Optional.empty();
        }
        int port = Child.freePort();
        try {
            Path folder = Files.createTempDirectory("bench-zookeeper");
            Path settings = Files.writeString(folder.resolve("zoo.cfg"), """
                    dataDir=%s
                    clientPort=%d
                    clientPortAddress=127.0.0.1
                    admin.enableServer=false
                    """.formatted(folder.resolve("data"), port));
            String main = "org.apache.zookeeper.server.quorum.QuorumPeerMain";
            List<String> command = List.of(Child.java(), "-Xmx512m", "-cp", JAR.toString(), main, settings.toString());
            Child child = Child.start(folder.resolve("log"), Map.of(), command).awaitPort(port);
            CuratorFramework client = CuratorFrameworkFactory.newClient("127.0.0.1:" + port, new RetryNTimes(10, 100));
            client.start();
            return Optional.of(new ZooKeeper(child, client));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes and reads of what an instance says of itself, 64 at a time.
    Map<String, Sample> samples(String registration, Duration turn) {
        byte[] bytes = registration.getBytes(StandardCharsets.UTF_8);
        try {
            client.create().forPath(KEY, bytes);
        } catch (Exception e) {
            throw new IllegalStateException("ZooKeeper does not take a key", e);
        }
        Step write = () -> client.setData().forPath(KEY, bytes);
        Step read = () -> client.getData().forPath(KEY);
        load(write, turn.multipliedBy(2));
        load(read, turn.multipliedBy(2));
        return Map.of("setData", load(write, turn), "getData", load(read, turn));
    }

    private Sample load(Step step, Duration turn) {
        long end = System.nanoTime() + turn.toNanos();
        Duration cpu = child.cpu();
        List<List<Long>> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < IN_FLIGHT; i++) {
            List<Long> own = new ArrayList<>();
            all.add(own);
            threads.add(Thread.ofVirtual().start(() -> repeat(step, end, own)));
        }
        threads.forEach(ZooKeeper::join);
        long[] nanos =
                all.stream().flatMap(List::stream).mapToLong(Long::longValue).toArray();
        Arrays.sort(nanos);
        double cpuMicros = child.cpu().minus(cpu).toNanos() / 1000.0 / nanos.length;
        double p99 = nanos[(int) (0.99 * nanos.length)] / (double) TimeUnit.MILLISECONDS.toNanos(1);
        return new Sample(cpuMicros, (double) nanos.length / turn.toSeconds(), p99, 0);
    }

    private static void repeat(Step step, long end, List<Long> nanos) {
        try {
            for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
                step.run();
                nanos.add(System.nanoTime() - begun);
            }
        } catch (Exception e) {
            throw new IllegalStateException("a request of ZooKeeper failed", e);
        }
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
        client.close();
        child.close();
    }
}
