package io.heddle.seckill.redis;

import io.heddle.seckill.sale.Tally;
import io.heddle.seckill.sale.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The terms and counts of a sale, read at once.
record SaleHash(long activity, Map<String, String> fields) {
    Optional<Tally> tally() {
        if (number("seq") == 0 || number("gone") == 1) {
            return Optional.empty();
        }
        int held = (int) number("held");
        int paid = (int) number("paid");
        return Optional.of(new Tally(terms(), held, paid, number("wins") - held - paid, number("seq")));
    }

    private Terms terms() {
        return new Terms(
                activity,
                (int) number("units"),
                Instant.ofEpochMilli(number("start")),
                Instant.ofEpochMilli(number("end")),
                Duration.ofMillis(number("hold")),
                number("open") == 1);
    }

    /// A field that is a number, 0 when there is none.
    long number(String field) {
        return Long.parseLong(fields.getOrDefault(field, "0"));
    }
}
