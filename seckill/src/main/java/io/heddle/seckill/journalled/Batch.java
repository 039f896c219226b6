package io.heddle.seckill.journalled;

import io.heddle.seckill.journal.Entry;
import io.heddle.seckill.journal.chain.Chain;
import io.heddle.seckill.sale.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Events that go to the disk together, and those who wait for that. Filled under the lock of the {@link
/// Arbiter}.
final class Batch {
    private enum State {
        OPEN,
        DURABLE,
        UNDECIDED
    }

    private final List<Event> events = new ArrayList<>();
    private final List<Sale> sales = new ArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private int waiters;
    private volatile State state = State.OPEN;

    void add(Sale sale, Event event) {
        events.add(event);
        sales.add(sale);
    }

    void join() {
        waiters++;
    }

    int waiters() {
        return waiters;
    }

    int size() {
        return events.size();
    }

    /// Its entries, sealed in their order; for the one thread that appends.
    List<Entry> seal(Chain chain) {
        List<Entry> entries = new ArrayList<>(events.size());
        for (Event event : events) {
            entries.add(chain.seal(event));
        }
        return entries;
    }

    /// Everything in it is on disk. It lets go of its events, because sales keep their last batch.
    void succeed() {
        for (int i = 0; i < events.size(); i++) {
            sales.get(i).durable(events.get(i));
        }
        events.clear();
        sales.clear();
        end(State.DURABLE);
    }

    /// Nobody can say whether it is on disk; those who wait are told so.
    void giveUp() {
        end(State.UNDECIDED);
    }

    private void end(State how) {
        waiters = 0;
        state = how;
        done.countDown();
    }

    boolean isDurable() {
        return state == State.DURABLE;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /// Waits until it is on disk or given up.
    void await() throws InterruptedException {
        done.await();
    }
}
