package io.heddle.bench.load;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// What one turn gave.
///
/// @param cpuMicros CPU time of the measured process for each request
/// @param perSecond requests a second
/// @param p99Millis the time that one request of a hundred took longer than
/// @param errors answers that were not 2xx, and connections that broke
public record Sample(double cpuMicros, double perSecond, double p99Millis, long errors) {
    static Sample median(List<Sample> samples) {
        return new Sample(
                middle(samples, Sample::cpuMicros),
                middle(samples, Sample::perSecond),
                middle(samples, Sample::p99Millis),
                samples.stream().mapToLong(Sample::errors).sum());
    }

    private static double middle(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
