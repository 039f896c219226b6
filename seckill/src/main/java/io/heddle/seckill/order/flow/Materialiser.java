package io.heddle.seckill.order.flow;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.metrics.Tally;
import io.heddle.seckill.activity.SaleApi;
import io.heddle.seckill.activity.SaleApi.Head;
import io.heddle.seckill.activity.SaleApi.Pull;
import io.heddle.seckill.activity.SaleApi.Step;
import io.heddle.seckill.activity.claim.NoActivityException;
import io.heddle.seckill.order.table.OrderStore;
import io.heddle.seckill.order.table.OrderStore.Progress;
import io.heddle.seckill.order.table.OrdersDifferException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Follows all sales on a thread of its own, for as long as it is open. Where the sales or the database are away it
/// waits longer each time, and goes on where the table says that it was.
public final class Materialiser implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Materialiser.class);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(1);

    private final SaleApi sales;
    private final OrderStore store;
    private final Pace pace;
    private final Followed followed = new Followed();
    private final Alarms alarms;
    private final Tally applied;
    private final Map<Long, Long> told = new HashMap<>();
    private boolean flowing;
    private volatile long lag;
    private volatile @Nullable Loop loop;

    /// How it asks.
    ///
    /// @param poll how often
    /// @param token the header that lets it say how far it is, where one is needed
    public record Pace(Duration poll, Optional<String> token) {}

    /// Brings the events of those sales into that table.
    public Materialiser(SaleApi sales, OrderStore store, Pace pace, Metrics metrics) {
        this.sales = sales;
        this.store = store;
        this.pace = pace;
        this.alarms = new Alarms(metrics);
        this.applied = metrics.counter("orders.applied", "Events of sales that were applied to the table of orders.");
        metrics.gauge("orders.lag", () -> lag);
    }

    /// Begins.
    public Materialiser start() {
        loop = Loop.start("materialiser", pace.poll(), LONGEST_BACK_OFF, this::once);
        return this;
    }

    private Next once() {
        boolean before = flowing;
        flowing = flows(before);
        followed.flowing(flowing);
        return flowing ? Next.REST : Next.BACK_OFF;
    }

    private boolean flows(boolean before) {
        try {
            if (!before) {
                told.clear();
                measure(sales.sales());
                store.progress().forEach(followed::set);
            }
            round();
            return true;
        } catch (ServiceException e) {
            LOG.atLevel(before ? Level.WARN : Level.DEBUG)
                    .addKeyValue("error", e.sentence())
                    .setCause(e.getCause())
                    .log("the orders cannot be brought up to date now");
            return false;
        }
    }

    /// What was followed before the sales were asked, they must have.
    private void round() {
        List<Progress> before = followed.all();
        Map<Long, Head> heads = sales.sales().stream().collect(Collectors.toMap(Head::activity, Function.identity()));
        for (Progress progress : before) {
            Head head = heads.get(progress.activityId());
            if (progress.wins() > 0 && (head == null || head.last() < progress.number())) {
                heads.remove(progress.activityId());
                ahead(progress, head == null ? 0 : head.last());
            }
        }
        measure(heads.values());
        heads.values().forEach(this::follow);
        measure(heads.values());
    }

    /// Before anything that may fail as well as after: while nothing flows, the lag is what there is to look at.
    private void measure(Collection<Head> heads) {
        lag = heads.stream()
                .mapToLong(head ->
                        Math.max(0, head.last() - followed.of(head.activity()).number()))
                .sum();
    }

    private void follow(Head head) {
        long activity = head.activity();
        if (alarms.resting(activity)) {
            return;
        }
        try {
            long before = -1;
            long number = followed.of(activity).number();
            while (number > before && !closing() && isWanted(head, number)) {
                before = number;
                number = pull(activity);
            }
            alarms.over(activity);
        } catch (OrdersDifferException e) {
            alarms.raise(activity, e.sentence());
        } catch (NoActivityException e) {
            LOG.atDebug().addKeyValue("activity", activity).setCause(e).log("a sale was taken away meanwhile");
        }
    }

    /// There is news, or the sale was not told yet that its news have arrived.
    private boolean isWanted(Head head, long number) {
        return number < head.last() || told.getOrDefault(head.activity(), 0L) < number;
    }

    private boolean closing() {
        Loop running = loop;
        return running != null && running.closed();
    }

    /// A sale without a win may be taken away at any time, and has nothing that could be missed; so it is told only
    /// of those with wins how far they are followed.
    ///
    /// @return how far the sale is followed then
    private long pull(long activity) {
        Progress known = followed.of(activity);
        Optional<Long> mark = known.wins() > 0 ? Optional.of(known.number()) : Optional.empty();
        List<Step> steps = sales.events(activity, new Pull(known.number(), SaleApi.MOST_EVENTS, mark), pace.token());
        told.put(activity, known.number());
        if (steps.isEmpty()) {
            return known.number();
        }
        Progress after = store.apply(activity, steps);
        applied.add(Math.max(0, after.number() - known.number()));
        followed.set(after);
        return after.number();
    }

    /// Tells the sales that there are orders of events that they do not have; they freeze then.
    private void ahead(Progress progress, long last) {
        long activity = progress.activityId();
        alarms.raise(
                activity,
                "the orders are those of event " + progress.number() + ", but the sale has only " + last
                        + ": its journal is an old copy or another one");
        pull(activity);
    }

    /// Looks for news now instead of at the next poll.
    public void nudge() {
        Loop running = loop;
        if (running != null) {
            running.nudge();
        }
    }

    /// Waits until the table follows a sale up to an event; not while nothing flows.
    ///
    /// @return whether it does
    public boolean await(long activity, long number, Duration limit) throws InterruptedException {
        nudge();
        return followed.await(activity, number, limit);
    }

    /// What somebody must look at, by sale.
    public Map<Long, String> alarms() {
        return alarms.all();
    }

    /// How many events wait to be applied, as of the last look.
    public long lag() {
        return lag;
    }

    @Override
    public void close() {
        Loop running = loop;
        if (running != null) {
            running.close();
        }
    }
}
