package io.heddle.calc;

import java.math.BigDecimal;
import java.util.Optional;

/// What came of one calculation: a result or the reason why there is none.
///
/// @param result the result
/// @param error why there is no result
public record Answer(Optional<BigDecimal> result, Optional<String> error) {
    static Answer of(BigDecimal result) {
        return new Answer(Optional.of(result), Optional.empty());
    }

    static Answer failed(String error) {
        return new Answer(Optional.empty(), Optional.of(error));
    }
}
