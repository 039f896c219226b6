package io.heddle.seckill.activity.mark;

import io.heddle.contract.error.ServiceException;
import io.heddle.db.Database;
import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.seckill.activity.mark.MarkStore.Mark;
import io.heddle.seckill.journalled.JournalBehindException;
import io.heddle.seckill.redis.RedisBehindException;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.Tally;
import io.heddle.seckill.sale.UndecidedException;
import io.heddle.seckill.tables.Tables;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How far each sale is in the table of orders. Where that is further than the engine, acknowledged wins are missing
/// in the engine: then all sales are frozen, for good. Safe for use by any thread; never blocks on the database but in
/// {@link #check}.
public final class AppliedMarks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AppliedMarks.class);
    private static final Duration WRITE_EVERY = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);
    private static final String ADVICE = "; the engine is not the one that the orders came from, or has lost its end:"
            + " put the right journal back, or rebuild it from the orders (heddle seckill rebuild), and start again";

    private final Stock stock;
    private final Tables tables;
    private final ConcurrentHashMap<Long, Long> marks = new ConcurrentHashMap<>();
    private final Map<Long, Long> written = new HashMap<>();
    private volatile @Nullable String frozen;
    private volatile @Nullable Loop writer;

    /// Marks for the sales of an engine.
    public AppliedMarks(Stock stock, Tables tables) {
        this.stock = stock;
        this.tables = tables;
    }

    /// Begins to write marks, outside of whatever tells them.
    public AppliedMarks start() {
        writer = Loop.start("applied-marks", WRITE_EVERY, LONGEST_BACK_OFF, this::write);
        return this;
    }

    /// Compares the table of marks with the engine.
    public void check(Database database) {
        for (Mark mark : MarkStore.all(database)) {
            compare(mark.activityId(), mark.event());
            marks.merge(mark.activityId(), mark.event(), Math::max);
        }
    }

    /// Takes note that the table of orders holds the events of a sale up to a number.
    public void applied(long activity, long event) {
        if (compare(activity, event)) {
            marks.merge(activity, event, Math::max);
        }
    }

    private boolean compare(long activity, long event) {
        try {
            long last = stock.tally(activity).map(Tally::asOf).orElse(0L);
            if (last < event) {
                freeze("activity " + activity + " has " + last + " events, but the orders are those of " + event);
            }
            return last >= event;
        } catch (JournalBehindException | RedisBehindException e) {
            freeze(e.sentence());
            return false;
        }
    }

    private void freeze(String why) {
        if (frozen != null) {
            return;
        }
        frozen = why + ADVICE;
        LOG.atError().addKeyValue("reason", why + ADVICE).log("all sales are frozen");
    }

    /// Why all sales are frozen, if they are.
    public Optional<String> frozen() {
        return Optional.ofNullable(frozen);
    }

    /// Lets nobody pass while all sales are frozen.
    ///
    /// @throws UndecidedException then
    public void requireThawed() {
        if (frozen != null) {
            throw new UndecidedException("the sale is frozen, nothing can be said until it is looked at");
        }
    }

    /// The number of the last event of a sale that is in the table of orders, as far as it was told here.
    public long of(long activity) {
        return marks.getOrDefault(activity, 0L);
    }

    /// Forgets a sale that was taken away.
    public void forget(long activity) {
        marks.remove(activity);
    }

    private Next write() {
        Map<Long, Long> more = new HashMap<>(marks);
        more.entrySet().removeIf(mark -> mark.getValue() <= written.getOrDefault(mark.getKey(), 0L));
        if (more.isEmpty()) {
            return Next.REST;
        }
        try {
            MarkStore.raise(tables.database(), more);
            written.putAll(more);
            return Next.REST;
        } catch (ServiceException e) {
            LOG.atDebug().setCause(e).log("the marks cannot be written now");
            return Next.BACK_OFF;
        }
    }

    /// Writes what is not written yet, if the database is there.
    @Override
    public void close() {
        Loop writing = writer;
        if (writing != null) {
            writing.close();
            write();
        }
    }
}
