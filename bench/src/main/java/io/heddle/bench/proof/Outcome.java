package io.heddle.bench.proof;

import io.heddle.bench.cast.Kill;
import java.time.Duration;
import java.util.List;

/// What one sale came to.
///
/// @param run its number, from 1
/// @param seed from which the order of the buyers and the moments of the kills follow
/// @param asked how many requests were sent
/// @param unanswered how many of them got no answer, or one that leaves it open
/// @param sold how many units were sold
/// @param paid how many of these were paid for
/// @param kills who was killed
/// @param time how long buying took
/// @param checks how often a rule was asked
/// @param violations what was broken, empty when all is right
record Outcome(
        int run,
        long seed,
        long asked,
        long unanswered,
        int sold,
        int paid,
        List<Kill> kills,
        Duration time,
        long checks,
        List<String> violations) {
    Outcome {
        kills = List.copyOf(kills);
        violations = List.copyOf(violations);
    }

    @Override
    public String toString() {
        return "sale %d (seed %d): %d sold, %d paid, %d requests (%d unanswered) in %.1f s, %d kills, %d checks: %s"
                .formatted(
                        run,
                        seed,
                        sold,
                        paid,
                        asked,
                        unanswered,
                        time.toMillis() / 1000.0,
                        kills.size(),
                        checks,
                        violations.isEmpty() ? "right" : violations.size() + " VIOLATIONS");
    }
}
