package io.heddle.calc;

import java.math.BigDecimal;

/// One calculation to be made.
///
/// @param operation what to do
/// @param a the first operand
/// @param b the second operand
public record Question(Operation operation, BigDecimal a, BigDecimal b) {
    /// The operations there are.
    public enum Operation {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE
    }
}
