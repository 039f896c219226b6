package io.heddle.seckill.order.flow;

import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.metrics.Tally;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What somebody must look at, by sale: logged and counted once for each new reason, and shown until it is over. Safe
/// for use by any thread.
final class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private static final long REST_NANOS = Duration.ofSeconds(1).toNanos();

    private final ConcurrentSkipListMap<Long, String> reasons = new ConcurrentSkipListMap<>();
    private final ConcurrentHashMap<Long, Long> raisedAt = new ConcurrentHashMap<>();
    private final Tally raised;

    Alarms(Metrics metrics) {
        raised = metrics.counter("orders.alarms", "Events that do not go with the table of orders.");
        metrics.gauge("orders.alarmed", reasons::size);
    }

    void raise(long activity, String reason) {
        raisedAt.put(activity, System.nanoTime());
        if (!reason.equals(reasons.put(activity, reason))) {
            raised.increment();
            LOG.atError()
                    .addKeyValue("activity", activity)
                    .addKeyValue("reason", reason)
                    .log("the orders of a sale cannot be brought up to date");
        }
    }

    /// Whether it was looked at so short a time ago that it is not worth another look.
    boolean resting(long activity) {
        Long at = raisedAt.get(activity);
        return at != null && System.nanoTime() - at < REST_NANOS;
    }

    void over(long activity) {
        raisedAt.remove(activity);
        reasons.remove(activity);
    }

    Map<Long, String> all() {
        return new TreeMap<>(reasons);
    }
}
