package io.heddle.seckill.order.flow;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.metrics.Tally;
import io.heddle.seckill.activity.SaleApi;
import io.heddle.seckill.activity.SaleApi.Head;
import io.heddle.seckill.activity.SaleApi.Pull;
import io.heddle.seckill.activity.SaleApi.Step;
import io.heddle.seckill.loop.Loop;
import io.heddle.seckill.loop.Loop.Next;
import io.heddle.seckill.order.table.OrderStore;
import io.heddle.seckill.order.table.OrderStore.Progress;
import io.heddle.seckill.order.table.OrdersDifferException;
import java.time.Duration;
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
                store.progress().forEach(followed::set);
            }
            round();
            return true;
        } catch (ServiceException e) {
            LOG.atLevel(before ? Level.WARN : Level.DEBUG)
                    .setCause(e)
                    .log("the orders cannot be brought up to date now");
            return false;
        }
    }

    private void round() {
        Map<Long, Head> heads = sales.sales().stream().collect(Collectors.toMap(Head::activity, Function.identity()));
        for (Head head : heads.values()) {
            follow(head);
        }
        for (Progress progress : followed.all()) {
            Head head = heads.get(progress.activityId());
            if (progress.wins() > 0 && (head == null || head.last() < progress.number())) {
                ahead(progress, head == null ? 0 : head.last());
            }
        }
        lag = heads.values().stream()
                .mapToLong(head -> Math.max(0, head.last() - followed.number(head.activity())))
                .sum();
    }

    private void follow(Head head) {
        try {
            long number = followed.number(head.activity());
            while (!closing() && (number < head.last() || told.getOrDefault(head.activity(), 0L) < number)) {
                long next = pull(head.activity(), number);
                if (next == number) {
                    break;
                }
                number = next;
            }
            alarms.over(head.activity());
        } catch (OrdersDifferException e) {
            alarms.raise(head.activity(), e.sentence());
        }
    }

    private boolean closing() {
        Loop running = loop;
        return running != null && running.closed();
    }

    /// @return how far the sale is followed then
    private long pull(long activity, long number) {
        List<Step> steps = pull(activity, number, number);
        if (steps.isEmpty()) {
            return number;
        }
        Progress after = store.apply(activity, steps);
        applied.add(Math.max(0, after.number() - number));
        followed.set(after);
        return after.number();
    }

    private List<Step> pull(long activity, long after, long known) {
        List<Step> steps =
                sales.events(activity, new Pull(after, SaleApi.MOST_EVENTS, Optional.of(known)), pace.token());
        told.put(activity, known);
        return steps;
    }

    /// Tells the sales that there are orders of events that they do not have; they stop then.
    private void ahead(Progress progress, long last) {
        long activity = progress.activityId();
        alarms.raise(
                activity,
                "the orders are those of event " + progress.number() + ", but the sale has only " + last
                        + ": its journal is an old copy or another one");
        pull(activity, progress.number(), progress.number());
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
