package io.heddle.seckill.activity.page;

import io.heddle.contract.reply.Event;
import io.heddle.contract.reply.Events;
import io.heddle.seckill.activity.insight.Insight;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// How one sale stands, told again and again until somebody closes it or the sale is gone.
final class SaleEvents implements Events<LiveSale> {
    /// Often enough for the eye, seldom enough to cost nothing.
    private static final Duration PERIOD = Duration.ofMillis(250);

    private final Insight insight;
    private final Runnable onEnd;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean ended = new AtomicBoolean();
    private final long activity;
    private Optional<LiveSale> next;

    SaleEvents(Insight insight, LiveSale first, Runnable onEnd) {
        this.insight = insight;
        this.onEnd = onEnd;
        this.activity = first.id();
        this.next = Optional.of(first);
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !await()) {
            next = insight.look(activity).map(LiveSale::of);
        }
        return next.isPresent() && closed.getCount() > 0;
    }

    /// Waits for the next moment; true when it was closed instead.
    private boolean await() {
        try {
            return closed.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public Event<LiveSale> next() {
        LiveSale sale = next.orElseThrow();
        next = Optional.empty();
        return Event.of(sale);
    }

    @Override
    public void close() {
        closed.countDown();
        if (ended.compareAndSet(false, true)) {
            onEnd.run();
        }
    }
}
