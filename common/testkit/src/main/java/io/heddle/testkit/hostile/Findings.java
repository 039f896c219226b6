package io.heddle.testkit.hostile;

import java.util.List;
import java.util.Map;

/// What an attack brought to light.
///
/// @param connections how many were opened
/// @param answers how many requests were answered
/// @param statuses how often each status was answered
/// @param faults answers that should not have been given, each with what was sent; only the first ones
public record Findings(int connections, int answers, Map<Integer, Integer> statuses, List<String> faults) {
    /// Copies the collections in.
    public Findings {
        statuses = Map.copyOf(statuses);
        faults = List.copyOf(faults);
    }
}
