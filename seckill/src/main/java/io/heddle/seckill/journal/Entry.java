package io.heddle.seckill.journal;

/// One event as the journal keeps it.
///
/// @param activity the sale
/// @param number its place among the entries of the sale, from 1
/// @param body what {@link io.heddle.seckill.journal.chain.Chain} made of the event; not to be changed
public record Entry(long activity, long number, byte[] body) {}
