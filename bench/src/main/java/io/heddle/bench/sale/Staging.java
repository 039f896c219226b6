package io.heddle.bench.sale;

import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import java.time.Duration;
import java.time.Instant;

/// The two sales that are asked, put into an engine before it is served.
final class Staging {
    /// A sale with more units than can be asked for.
    static final long PLENTY = 1;

    /// A sale whose units are gone.
    static final long GONE = 2;

    private static final int FEW = 100;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAYS = Duration.ofDays(30);

    private Staging() {}

    static void on(Stock stock) {
        Instant now = Instant.now();
        stock.put(new Terms(PLENTY, Stock.MAX_UNITS, now.minus(HOUR), now.plus(DAYS), DAYS, true));
        stock.put(new Terms(GONE, FEW, now.minus(HOUR), now.plus(DAYS), DAYS, true));
        for (long user = 1; user <= FEW; user++) {
            stock.claim(GONE, UserId.of(user));
        }
    }
}
