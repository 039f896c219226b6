package io.heddle.seckill.order.flow;

import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.metrics.Tally;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What somebody must look at, by sale: logged and counted once for each new reason, and shown until it is over. Safe
/// for use by any thread.
final class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final ConcurrentSkipListMap<Long, String> reasons = new ConcurrentSkipListMap<>();
    private final Tally raised;

    Alarms(Metrics metrics) {
        raised = metrics.counter("orders.alarms", "Events that do not go with the table of orders.");
        metrics.gauge("orders.alarmed", reasons::size);
    }

    void raise(long activity, String reason) {
        if (!reason.equals(reasons.put(activity, reason))) {
            raised.increment();
            LOG.atError()
                    .addKeyValue("activity", activity)
                    .addKeyValue("reason", reason)
                    .log("the orders of a sale cannot be brought up to date");
        }
    }

    void over(long activity) {
        reasons.remove(activity);
    }

    Map<Long, String> all() {
        return new TreeMap<>(reasons);
    }
}
