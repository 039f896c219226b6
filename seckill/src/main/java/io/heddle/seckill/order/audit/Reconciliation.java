package io.heddle.seckill.order.audit;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.seckill.activity.SaleApi;
import io.heddle.seckill.order.table.OrderStore;
import io.heddle.seckill.order.table.OrderStore.Progress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares on a thread of its own, for as long as it is open. Any thread may ask for the last finding.
public final class Reconciliation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final SaleApi sales;
    private final OrderStore store;
    private final Duration every;
    private final InstantSource clock;
    private volatile @Nullable Finding last;
    private volatile @Nullable Loop loop;

    /// Compares that table with those sales.
    public Reconciliation(SaleApi sales, OrderStore store, Duration every, InstantSource clock) {
        this.sales = sales;
        this.store = store;
        this.every = every;
        this.clock = clock;
    }

    /// Begins.
    public Reconciliation start() {
        loop = Loop.start("reconciliation", every, every, this::compare);
        return this;
    }

    private Next compare() {
        try {
            Comparing comparing = new Comparing(sales, store);
            for (Progress progress : store.progress()) {
                comparing.compare(progress);
            }
            Finding finding = comparing.finding(clock.instant());
            last = finding;
            tell(finding);
            return Next.REST;
        } catch (ServiceException e) {
            LOG.atDebug().setCause(e).log("the orders cannot be compared now");
            return Next.BACK_OFF;
        }
    }

    private static void tell(Finding finding) {
        if (!finding.agreed()) {
            LOG.atError()
                    .addKeyValue("differences", finding.differences())
                    .addKeyValue("examples", finding.examples())
                    .log("the orders are not what the sales say");
        }
    }

    /// What the last comparison has found, if one is over.
    public Optional<Finding> last() {
        return Optional.ofNullable(last);
    }

    /// Compares now instead of later.
    public void nudge() {
        Loop running = loop;
        if (running != null) {
            running.nudge();
        }
    }

    @Override
    public void close() {
        Loop running = loop;
        if (running != null) {
            running.close();
        }
    }
}
