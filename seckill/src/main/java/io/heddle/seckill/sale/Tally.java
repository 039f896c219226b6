package io.heddle.seckill.sale;

/// The counts of a sale at one event. `available + held + paid = units`, whatever happened.
///
/// @param terms the terms
/// @param held how many units are won and neither paid for nor released
/// @param paid how many are paid for
/// @param released how many wins were given back or not paid for in time
/// @param asOf the number of the last event
public record Tally(Terms terms, int held, int paid, long released, long asOf) {
    /// How many units can be won now.
    public int available() {
        return terms.units() - held - paid;
    }
}
