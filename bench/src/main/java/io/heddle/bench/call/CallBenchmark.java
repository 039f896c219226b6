package io.heddle.bench.call;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Calls by 64 virtual threads at once, so many in a row each. JMH writes subclasses of it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
    private static final int THREADS = 64;
    private static final int CALLS = 50;
    private static final long ID = 7;

    /// The client's name.
    @Param("generated-http1")
    public String client = "";

    /// Where the server listens.
    @Param("http://127.0.0.1:1")
    public String server = "";

    private Peer.Session session = new Unopened();
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// All names for `client`.
    public static String[] clients() {
        return Peers.all().stream().map(Peer::name).toArray(String[]::new);
    }

    /// Opens the client and sees that it gets the right answer.
    @Setup
    public void open() throws Exception {
        session = Peers.named(client).open(URI.create(server));
        if (session.call(ID) != ID) {
            throw new IllegalStateException(client + " does not read the answer");
        }
    }

    /// Closes the client.
    @TearDown
    public void close() {
        threads.close();
        session.close();
    }

    /// All the calls of all threads.
    @Benchmark
    @OperationsPerInvocation(THREADS * CALLS)
    public long calls() throws InterruptedException, ExecutionException {
        List<Future<Long>> running = new ArrayList<>(THREADS);
        for (int i = 0; i < THREADS; i++) {
            running.add(threads.submit(this::row));
        }
        long sum = 0;
        for (Future<Long> one : running) {
            sum += one.get();
        }
        return sum;
    }

    private long row() throws Exception {
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += session.call(ID);
        }
        return sum;
    }

    private record Unopened() implements Peer.Session {
        @Override
        public long call(long id) {
            throw new IllegalStateException("not opened");
        }

        @Override
        public void close() {}
    }
}
