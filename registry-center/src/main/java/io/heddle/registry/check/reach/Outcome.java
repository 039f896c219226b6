package io.heddle.registry.check.reach;

/// What was seen of a target.
///
/// @param health what it says of the target
/// @param output a sentence for people
/// @param late whether it took so long that it should wait among its like the next time
public record Outcome(Health health, String output, boolean late) {
    static Outcome critical(String output) {
        return new Outcome(Health.CRITICAL, output, false);
    }
}
