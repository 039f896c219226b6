package io.heddle.seckill.activity.insight;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.metrics.Metrics;
import io.heddle.seckill.activity.mark.AppliedMarks;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.Stock.Pulse;
import io.heddle.seckill.sale.Tally;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/// Looks at running sales, for those who watch them. Safe for use by any thread.
public final class Insight {
    private static final Duration NAMES_KEPT = Duration.ofSeconds(5);

    private final Stock stock;
    private final AppliedMarks marks;
    private final Origin origin;
    private final InstantSource clock;
    private final ConcurrentHashMap<Long, Kept> known = new ConcurrentHashMap<>();

    /// Where else things are known.
    ///
    /// @param starts how often the sales were started, this time included
    /// @param names tells what a sale and its product are called; may fail or be slow
    public record Origin(long starts, LongFunction<Optional<Names>> names) {}

    /// What things are called.
    ///
    /// @param sale the sale
    /// @param product what is sold; empty when it cannot be told now
    /// @param price what it costs; empty when it cannot be told now
    public record Names(String sale, Optional<String> product, Optional<BigDecimal> price) {}

    /// Names and until when they are good.
    private record Kept(Optional<Names> names, Instant until) {}

    /// One look at a sale.
    ///
    /// @param tally its counts, all of one event
    /// @param pulse what the engine has done for all sales since it was opened
    /// @param applied the number of the last event that is in the table of orders, as far as is known here
    /// @param starts how often the sales were started, this time included
    /// @param names what things are called, when that can be told
    /// @param frozen why nothing is decided, if so
    /// @param at the time of this look
    public record Look(
            Tally tally,
            Pulse pulse,
            long applied,
            long starts,
            Optional<Names> names,
            Optional<String> frozen,
            Instant at) {
        /// How many events are not yet in the table of orders; none before the first win.
        public long lag() {
            boolean won = tally.held() + tally.paid() + tally.released() > 0;
            return won ? Math.max(0, tally.asOf() - applied) : 0;
        }
    }

    /// Looks at what an engine does.
    public Insight(Stock stock, AppliedMarks marks, Origin origin, InstantSource clock) {
        this.stock = stock;
        this.marks = marks;
        this.origin = origin;
        this.clock = clock;
    }

    /// Adds the meters of the engine.
    public void measure(Metrics metrics) {
        metrics.gauge("sale.decisions", () -> stock.pulse().decisions());
        metrics.gauge("sale.events", () -> stock.pulse().events());
        metrics.gauge("sale.syncs", () -> stock.pulse().syncs());
        metrics.gauge("sale.slowest.sync.seconds", () -> stock.pulse().slowest().toNanos() / 1e9);
        metrics.gauge("sale.starts", origin::starts);
        metrics.gauge("sale.frozen", () -> marks.frozen().isPresent() ? 1 : 0);
    }

    /// All sales, the latest first.
    public List<Long> sales() {
        return stock.sales().stream()
                .map(terms -> terms.activity())
                .sorted((one, other) -> Long.compare(other, one))
                .toList();
    }

    /// How a sale stands.
    ///
    /// @throws io.heddle.seckill.sale.UndecidedException when the engine cannot say
    public Optional<Look> look(long activity) {
        return stock.tally(activity)
                .map(tally -> new Look(
                        tally,
                        stock.pulse(),
                        marks.of(activity),
                        origin.starts(),
                        names(activity),
                        marks.frozen(),
                        clock.instant()));
    }

    /// Names are asked for seldom, because those who know them may be slow or away.
    private Optional<Names> names(long activity) {
        Instant now = clock.instant();
        Kept kept = known.get(activity);
        if (kept == null || now.isAfter(kept.until())) {
            kept = new Kept(ask(activity), now.plus(NAMES_KEPT));
            known.put(activity, kept);
        }
        return kept.names();
    }

    private Optional<Names> ask(long activity) {
        try {
            return origin.names().apply(activity);
        } catch (ServiceException e) {
            return Optional.empty();
        }
    }
}
