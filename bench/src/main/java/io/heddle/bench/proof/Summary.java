package io.heddle.bench.proof;

import io.heddle.bench.cast.Kill;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What all sales together came to.
record Summary(Plan plan, List<Outcome> outcomes) {
    static Summary of(Plan plan, List<Outcome> outcomes) {
        return new Summary(plan, List.copyOf(outcomes));
    }

    long sum(java.util.function.ToLongFunction<Outcome> what) {
        return outcomes.stream().mapToLong(what).sum();
    }

    long kills() {
        return sum(outcome -> outcome.kills().size());
    }

    long violations() {
        return sum(outcome -> outcome.violations().size());
    }

    boolean complete() {
        return outcomes.size() >= plan.runs() && kills() >= plan.kills();
    }

    /// The median of how long a killed process took to answer again.
    Duration back() {
        List<Duration> all = outcomes.stream()
                .flatMap(outcome -> outcome.kills().stream())
                .map(Kill::back)
                .sorted()
                .toList();
        return all.isEmpty() ? Duration.ZERO : all.get(all.size() / 2);
    }

    Stream<String> lines() {
        return Stream.of(
                        ("%d sales, %d units sold, %d requests (%d unanswered), %d kills (back after %d ms, median),"
                                        + " %d checks")
                                .formatted(
                                        outcomes.size(),
                                        sum(Outcome::sold),
                                        sum(Outcome::asked),
                                        sum(Outcome::unanswered),
                                        kills(),
                                        back().toMillis(),
                                        sum(Outcome::checks)),
                        complete() ? "" : "the time was up before all was done",
                        violations() == 0
                                ? "RIGHT: exactly the stock was sold, one item a user, and no answer was taken back"
                                : "WRONG: " + violations() + " violations; repeat with --seed " + plan.seed())
                .filter(line -> !line.isEmpty());
    }
}
