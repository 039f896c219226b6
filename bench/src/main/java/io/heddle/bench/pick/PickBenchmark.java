package io.heddle.bench.pick;

import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Node;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Resolve, pick by the power of two choices, and settle. JMH writes subclasses of it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PickBenchmark {
    /// How many instances the service has.
    @Param({"3", "100"})
    public int instances;

    private Clients clients = open(1);

    private static Clients open(int count) {
        Targets targets = new Targets(
                "calc",
                IntStream.range(0, count)
                        .mapToObj(i -> Target.of("127.0.0.1", 1000 + i))
                        .toList());
        return Clients.open(ClientSettings.standard(), _ -> targets, Traces.off(), Metrics.create());
    }

    /// Makes the instances known.
    @Setup
    public void open() {
        clients.close();
        clients = open(instances);
    }

    /// Ends the transport.
    @TearDown
    public void close() {
        clients.close();
    }

    /// Finds the service, picks an instance, and says that it has answered.
    @Benchmark
    public Node pick() {
        Node node = clients.upstream("calc").pick(0, List.of()).orElseThrow();
        node.succeeded();
        return node;
    }
}
