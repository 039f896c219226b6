package io.heddle.kit.json;

import io.heddle.contract.error.Violation;
import java.util.List;

/// What an error answer says, as far as it could be understood.
///
/// @param code the stable code; `100001` when there was none
/// @param message the sentence; empty when there was none
/// @param violations the fields that were wrong
public record ErrorBody(String code, String message, List<Violation> violations) {
    /// Copies the violations in.
    public ErrorBody {
        violations = List.copyOf(violations);
    }
}
