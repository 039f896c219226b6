/// A calculator on exact decimals: the smallest service there is, and the one that examples and tests call.
/// The door is {@link io.heddle.calc.CalcService}; the contract is {@link io.heddle.calc.CalcApi}.
@NullMarked
package io.heddle.calc;

import org.jspecify.annotations.NullMarked;
