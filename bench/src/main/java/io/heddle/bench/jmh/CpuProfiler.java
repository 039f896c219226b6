package io.heddle.bench.jmh;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// CPU time and allocation of the whole process for each operation. Virtual threads allocate on their carriers, so the
/// total of all platform threads counts them too; JMH's own profiler looks at its benchmark threads only.
public final class CpuProfiler implements InternalProfiler {
    static final String CPU = "cpu";
    static final String GARBAGE = "garbage";

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private long cpu;
    private long allocated;

    /// JMH makes it by name.
    public CpuProfiler() {}

    @Override
    public String getDescription() {
        return "CPU time and allocation of the process for each operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        allocated = threads.getTotalThreadAllocatedBytes();
        cpu = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double calls = Math.max(1, result.getMetadata().getAllOps());
        return List.of(
                new ScalarResult(CPU, (system.getProcessCpuTime() - cpu) / calls, "ns", AggregationPolicy.AVG),
                new ScalarResult(
                        GARBAGE,
                        (threads.getTotalThreadAllocatedBytes() - allocated) / calls,
                        "B",
                        AggregationPolicy.AVG));
    }
}
