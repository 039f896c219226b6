package io.heddle.bench.jmh;

import java.util.Collection;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// How benchmarks are run: in a JVM with the flags that the launcher gives to services.
///
/// @param forks JVMs in a row, 0 for this one
/// @param warmups iterations that do not count
/// @param iterations iterations that count
/// @param seconds of one iteration
public record Jmh(int forks, int warmups, int iterations, double seconds) {
    /// One figure of a benchmark.
    ///
    /// @param nanos wall time of one operation
    /// @param cpuNanos CPU time of the process for one operation
    /// @param garbage bytes allocated for one operation
    public record Figure(double nanos, double cpuNanos, double garbage) {}

    /// Runs one benchmark method with one value for each parameter.
    public Figure run(Class<?> benchmark, String method, Map<String, String> parameters) {
        TimeValue time = TimeValue.milliseconds((long) (seconds * 1000));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
                .forks(forks)
                .warmupIterations(warmups)
                .measurementIterations(iterations)
                .warmupTime(time)
                .measurementTime(time)
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC", "-Djmh.ignoreLock=true")
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true);
        parameters.forEach(options::param);
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            return figure(results.iterator().next());
        } catch (RunnerException e) {
            throw new IllegalStateException(benchmark.getSimpleName() + " could not be run", e);
        }
    }

    private static Figure figure(RunResult result) {
        Result<?> time = result.getPrimaryResult();
        double unit = time.getScoreUnit().startsWith("us") ? 1000 : 1;
        return new Figure(
                time.getScore() * unit, measured(result, CpuProfiler.CPU), measured(result, CpuProfiler.GARBAGE));
    }

    private static double measured(RunResult result, String name) {
        Result<?> found = result.getSecondaryResults().get(name);
        if (found == null) {
            throw new IllegalStateException("the profiler gave no " + name);
        }
        return found.getScore();
    }
}
