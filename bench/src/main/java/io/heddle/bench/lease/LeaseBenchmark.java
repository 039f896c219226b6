package io.heddle.bench.lease;

import io.heddle.contract.reply.Prepared;
import io.heddle.kit.registry.Instance;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A renewal and a read without HTTP, over leases in an order that no cache likes. JMH writes subclasses of it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LeaseBenchmark {
    private static final int STRIDE = 7919;

    /// How many leases there are.
    @Param("100000")
    public int instances;

    private Population population = Population.of(1);
    private int next;

    /// Registers all instances.
    @Setup
    public void populate() {
        population = Population.of(instances);
    }

    /// The bytes that one of so many instances takes, measured as what is left after a collection.
    @SuppressWarnings("SystemGc") // what is left after a collection is what is measured
    public static long footprint(int count) {
        System.gc();
        long before = used();
        Population million = Population.of(count);
        System.gc();
        long after = used();
        long tokens = (long) Long.BYTES * million.tokens().length;
        return (after - before - tokens) / million.catalog().size();
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// Takes the beat of one instance.
    @Benchmark
    public boolean renew() {
        return population.leases().renew(population.tokens()[turn(instances)]);
    }

    /// The ready answer with all instances of a service.
    @Benchmark
    public Prepared<List<Instance>> resolve() {
        return population.catalog().service(Population.service(turn(Math.min(1000, instances))));
    }

    private int turn(int count) {
        next = (next + STRIDE) % count;
        return next;
    }
}
