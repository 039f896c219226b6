package io.heddle.seckill.order.flow;

import io.heddle.seckill.order.table.OrderStore.Progress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How far each sale is followed, for those who wait for it. Safe for use by any thread.
final class Followed {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition further = lock.newCondition();
    private final Map<Long, Progress> known = new HashMap<>();
    private boolean flowing;

    void set(Progress progress) {
        lock.lock();
        try {
            known.put(progress.activityId(), progress);
            further.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void flowing(boolean flows) {
        lock.lock();
        try {
            flowing = flows;
            further.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Progress of(long activity) {
        lock.lock();
        try {
            return known.getOrDefault(activity, new Progress(activity, 0, 0));
        } finally {
            lock.unlock();
        }
    }

    List<Progress> all() {
        lock.lock();
        try {
            return List.copyOf(known.values());
        } finally {
            lock.unlock();
        }
    }

    /// Waits until a sale is followed up to a number; not while nothing flows.
    ///
    /// @return whether it is
    boolean await(long activity, long number, Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (flowing && left > 0 && !reached(activity, number)) {
                left = further.awaitNanos(left);
            }
            return reached(activity, number);
        } finally {
            lock.unlock();
        }
    }

    private boolean reached(long activity, long number) {
        Progress progress = known.get(activity);
        return progress != null && progress.number() >= number;
    }
}
