package io.heddle.seckill.activity.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.heddle.seckill.activity.insight.Insight.Look;
import io.heddle.seckill.activity.insight.Insight.Names;
import io.heddle.seckill.sale.Stock.Pulse;
import io.heddle.seckill.sale.Tally;
import io.heddle.seckill.sale.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A sale as it is at one moment. All counts of the sale are taken at one durable event.
///
/// @param id the number of the activity
/// @param name its name
/// @param product the name of what is sold, if that is known now
/// @param price its price, if that is known now
/// @param state `not started`, `running`, `sold out`, `ended`, `closed`, or `frozen` while nothing may be decided
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
    static LiveSale of(Look look) {
        Tally tally = look.tally();
        Terms terms = tally.terms();
        Optional<Names> names = look.names();
        return new LiveSale(
                terms.activity(),
                names.map(Names::sale).orElse("Sale " + terms.activity()),
                names.flatMap(Names::product),
                names.flatMap(Names::price),
                state(look),
                terms.start(),
                terms.end(),
                look.at(),
                terms.units(),
                tally.available(),
                tally.held(),
                tally.paid(),
                tally.released(),
                tally.asOf(),
                look.applied(),
                Engine.of(look));
    }

    private static String state(Look look) {
        Terms terms = look.tally().terms();
        if (look.frozen().isPresent()) {
            return "frozen";
        } else if (!terms.open()) {
            return "closed";
        } else if (look.at().isBefore(terms.start())) {
            return "not started";
        } else if (!look.at().isBefore(terms.end())) {
            return "ended";
        }
        return look.tally().available() == 0 ? "sold out" : "running";
    }

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
    /// @param decisions how many claims were decided
    /// @param events how many events were made durable
    /// @param syncs how often the disk was waited for; 0 where another server does that
    /// @param slowestSyncUs the slowest of the last 1,000 syncs, in microseconds
    /// @param starts how often the service was started
    /// @param recoveryMs how long the last start took to read the journal, in milliseconds
    public record Engine(long decisions, long events, long syncs, long slowestSyncUs, long starts, long recoveryMs) {
        private static Engine of(Look look) {
            Pulse pulse = look.pulse();
            return new Engine(
                    pulse.decisions(),
                    pulse.events(),
                    pulse.syncs(),
                    TimeUnit.NANOSECONDS.toMicros(pulse.slowest().toNanos()),
                    look.starts(),
                    pulse.recovery().toMillis());
        }
    }
}
