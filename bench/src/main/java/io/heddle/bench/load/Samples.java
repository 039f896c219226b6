package io.heddle.bench.load;

import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/// The medians of all subjects.
///
/// @param byName in the order in which they were loaded
public record Samples(SequencedMap<String, Sample> byName) {
    /// What one gave, when it was there.
    public Optional<Sample> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The CPU time of one for each request.
    ///
    /// @throws java.util.NoSuchElementException when it was not there
    public double cpuMicros(String name) {
        return find(name).orElseThrow().cpuMicros();
    }

    /// Shows them all in order.
    public void each(BiConsumer<String, Sample> show) {
        byName.forEach(show);
    }
}
