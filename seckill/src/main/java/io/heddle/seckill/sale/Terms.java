package io.heddle.seckill.sale;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The terms of a sale. Times are kept to the millisecond.
///
/// @param activity the number of the sale, from 1
/// @param units how many are sold, from 1 to {@link Stock#MAX_UNITS}
/// @param start from when units can be won
/// @param end from when no more units can be won
/// @param hold how long a unit is held for its winner to pay, from 1 s to 30 days
/// @param open whether units can be won at all
public record Terms(long activity, int units, Instant start, Instant end, Duration hold, boolean open) {
    /// The longest time to pay.
    public static final Duration LONGEST_HOLD = Duration.ofDays(30);

    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException when one is broken
    public Terms {
        require(activity > 0, "activity must be at least 1");
        require(units > 0 && units <= Stock.MAX_UNITS, "units must be from 1 to " + Stock.MAX_UNITS);
        start = start.truncatedTo(ChronoUnit.MILLIS);
        end = end.truncatedTo(ChronoUnit.MILLIS);
        require(start.isBefore(end), "end must be after start");
        hold = hold.truncatedTo(ChronoUnit.MILLIS);
        require(
                hold.compareTo(Duration.ofSeconds(1)) >= 0 && hold.compareTo(LONGEST_HOLD) <= 0,
                "hold must be from 1 s to 30 days");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /// The same with another number of units.
    public Terms units(int other) {
        return new Terms(activity, other, start, end, hold, open);
    }

    /// The same, open or closed.
    public Terms open(boolean other) {
        return new Terms(activity, units, start, end, hold, other);
    }
}
