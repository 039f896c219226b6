package io.heddle.seckill.sale;

import java.time.Instant;

/// What asking for a unit comes to. Every answer but {@link NoActivity} holds for the state of the sale right after
/// the event with the number `asOf`.
public sealed interface Claim {
    /// The number of the last event of the sale that the answer knew of; 0 when there is no such sale.
    long asOf();

    /// The unit is this user's, by this very claim.
    ///
    /// @param order its number
    /// @param payBy until when it must be paid for
    /// @param asOf the number of the event that is this win
    record Won(OrderId order, Instant payBy, long asOf) implements Claim {}

    /// The unit is this user's by an earlier claim.
    ///
    /// @param order the number that it was given then
    /// @param payBy until when it must be paid for
    /// @param standing {@link Standing#HELD} or {@link Standing#PAID}
    /// @param asOf the last event known of
    record AlreadyWon(OrderId order, Instant payBy, Standing standing, long asOf) implements Claim {}

    /// This user had a unit and gave it back or did not pay in time; nobody wins twice in a sale.
    ///
    /// @param order its number
    /// @param standing {@link Standing#CANCELLED} or {@link Standing#EXPIRED}
    /// @param asOf the last event known of
    record Released(OrderId order, Standing standing, long asOf) implements Claim {}

    /// No unit is left.
    ///
    /// @param last whether it stays so; not while units are held that may come back
    /// @param asOf the last event known of
    record SoldOut(boolean last, long asOf) implements Claim {}

    /// It is too early.
    ///
    /// @param start when it begins
    /// @param now the time of the sale's clock
    /// @param asOf the last event known of
    record NotStarted(Instant start, Instant now, long asOf) implements Claim {}

    /// It is over, or closed.
    ///
    /// @param asOf the last event known of
    record Ended(long asOf) implements Claim {}

    /// The user has no unit, and could still ask; only {@link Stock#standing} says so.
    ///
    /// @param asOf the last event known of
    record None(long asOf) implements Claim {}

    /// There is no such sale.
    record NoActivity() implements Claim {
        @Override
        public long asOf() {
            return 0;
        }
    }
}
