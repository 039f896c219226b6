package io.heddle.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Loads all subjects in turn, several times.
public final class Rounds {
    private final int count;
    private final Duration turn;
    private final Duration warmUp;

    private Rounds(int count, Duration turn, Duration warmUp) {
        this.count = count;
        this.turn = turn;
        this.warmUp = warmUp;
    }

    /// So many rounds.
    ///
    /// @param turn how long each is loaded in each round
    /// @param warmUp how long each is loaded before the first
    public static Rounds of(int count, Duration turn, Duration warmUp) {
        return new Rounds(count, turn, warmUp);
    }

    /// Loads them all and gives the medians by name.
    ///
    /// @param before is run before each round
    public Samples run(List<Subject> subjects, Runnable before) {
        before.run();
        subjects.forEach(subject -> Wrk.load(subject, warmUp));
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        for (int round = 0; round < count; round++) {
            before.run();
            for (Subject subject : subjects) {
                samples.computeIfAbsent(subject.name(), name -> new ArrayList<>())
                        .add(Wrk.load(subject, turn));
            }
        }
        return new Samples(samples.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Sample.median(entry.getValue()), (a, b) -> a, LinkedHashMap::new)));
    }
}
