package io.heddle.seckill.activity.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A sale as it is at one moment. All counts of the sale are taken at one durable event.
///
/// @param id the number of the activity
/// @param name its name
/// @param product the name of what is sold, if that is known now
/// @param price its price, if that is known now
/// @param state `waiting`, `running`, `ended`, `closed`, or `frozen` when the journal cannot be trusted
/// @param startTime from when units can be won
/// @param endTime until when
/// @param serverTime the time of the service
/// @param units how many are sold
/// @param available how many can be won
/// @param held how many are won and not paid for yet
/// @param paid how many are paid for
/// @param released how many wins came back
/// @param number the number of the last durable event
/// @param applied the number of the last event that the orders have taken in
/// @param engine what the engine has done since it started
public record LiveSale(
        long id,
        String name,
        Optional<String> product,
        Optional<BigDecimal> price,
        String state,
        Instant startTime,
        Instant endTime,
        Instant serverTime,
        int units,
        int available,
        int held,
        int paid,
        long released,
        long number,
        long applied,
        Engine engine) {
    /// How many events the orders are behind.
    @JsonProperty
    public long lag() {
        return Math.max(0, number - applied);
    }

    /// Whether no unit is missing and none too many: `available + held + paid = units`.
    @JsonProperty
    public boolean balanced() {
        return available >= 0 && available + held + paid == units;
    }

    /// What the engine of all sales has done since it started.
    ///
    /// @param name which engine
    /// @param decisions how many claims were decided
    /// @param events how many events were made durable
    /// @param syncs how often the disk was waited for; 0 where another server does that
    /// @param slowestSyncUs the slowest of the last 1,000 syncs, in microseconds
    /// @param starts how often the service was started
    /// @param recoveryMs how long the last start took to read the journal, in milliseconds
    public record Engine(
            String name, long decisions, long events, long syncs, long slowestSyncUs, long starts, long recoveryMs) {}
}
