package io.heddle.seckill.verify;

import io.heddle.seckill.sale.Terms;
import java.util.Optional;

/// What the journal holds of one sale. `available + held + paid = units`.
///
/// @param activity the sale
/// @param terms its terms, empty when it was taken away
/// @param events the number of its last event
/// @param wins how many wins
/// @param held how many of them are neither paid for nor released
/// @param paid how many are paid for
/// @param released how many came back
/// @param head the hash that stands for all its events, as hexadecimal digits
public record Account(
        long activity,
        Optional<Terms> terms,
        long events,
        long wins,
        long held,
        long paid,
        long released,
        String head) {
    /// One line for a person.
    @Override
    public String toString() {
        String sold = terms.map(each -> "units " + each.units() + ", available " + (each.units() - held - paid))
                .orElse("taken away");
        return "sale " + activity + ": events " + events + ", " + sold + ", held " + held + ", paid " + paid
                + ", released " + released + ", head " + head;
    }
}
