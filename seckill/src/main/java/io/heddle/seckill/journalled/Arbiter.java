package io.heddle.seckill.journalled;

import io.heddle.seckill.journal.Journal;
import io.heddle.seckill.journal.JournalDamagedException;
import io.heddle.seckill.journal.chain.Chain;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.UndecidedException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides under one lock, a hundred nanoseconds at a time, and hands what was decided to the one thread that
/// writes. Has no thread of its own: {@link #take}, {@link #commit} and {@link #sweep} are called by the threads
/// of the {@link JournalledStock}, or by hand.
final class Arbiter {
    /// The most units that fall back within one hold of the lock.
    static final int SWEEP = 1000;

    private static final int MOST_SWEPT = 10 * SWEEP;

    private final Journal journal;
    private final JournalledStock.Ground ground;
    private final Chain chain = new Chain();
    private final Ledger ledger;
    private final Syncs syncs = new Syncs();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Gate gate;
    private Batch open = new Batch();
    private @Nullable Batch flight;
    private @Nullable Batch arranged;
    private long flightSince;

    Arbiter(JournalSettings settings, Journal journal, JournalledStock.Ground ground) {
        this.gate = new Gate(settings);
        this.journal = journal;
        this.ground = ground;
        this.ledger = new Ledger(this::append, ground.seed());
    }

    /// Reads the journal; before anything else.
    ///
    /// @param began when the start began
    void recover(long began) {
        journal.replay(entry -> replay(chain.open(entry)));
        syncs.recover(ground.nanos().getAsLong() - began);
    }

    private void replay(Event event) {
        try {
            ledger.replay(event);
        } catch (IllegalStateException e) {
            throw new JournalDamagedException("the journal contradicts itself", e);
        }
    }

    private void append(Sale sale, Event event) {
        if (open.size() == 0) {
            work.signal();
        }
        open.add(sale, event);
        sale.batch(open);
        if (event instanceof Event.Arranged || event instanceof Event.Removed) {
            arranged = open;
        }
    }

    /// Decides something about one sale.
    ///
    /// @throws UndecidedException before anything is decided, when that is better not done now
    <T> Pending<T> decide(long activity, Ledger.Decision<T> decision) {
        return locked(() -> {
            requireReady();
            gate.requireThawed(activity);
            T value = decided(decision);
            Sale sale = ledger.find(activity);
            return pending(value, sale == null || sale.isDurable(value) ? null : sale.batch());
        });
    }

    /// What fails half way, for want of memory, leaves a sale that is not what its events say: nothing is told of it.
    private <T> T decided(Ledger.Decision<T> decision) {
        try {
            return decision.on(ledger, ground.clock().millis());
        } catch (RuntimeException | Error e) {
            end();
            throw e;
        }
    }

    /// Looks at the terms of all sales.
    <T> Pending<T> survey(Ledger.Decision<T> decision) {
        return locked(() -> {
            requireReady();
            return pending(decision.on(ledger, ground.clock().millis()), arranged);
        });
    }

    private <T> Pending<T> pending(T value, @Nullable Batch batch) {
        if (batch == null || batch.isDurable()) {
            return new Pending<>(value, null);
        }
        batch.join();
        return new Pending<>(value, batch);
    }

    private void requireReady() {
        gate.requireRunning();
        gate.requireMoving(flown());
        gate.requireRoom(open.waiters() + (flight == null ? 0 : flight.waiters()));
    }

    /// For how long the disk has been busy with the batch that it has, in nanoseconds.
    private long flown() {
        return flight == null ? 0 : ground.nanos().getAsLong() - flightSince;
    }

    /// Waits until there is something to write, and takes it.
    ///
    /// @return none when the engine has ended
    @Nullable
    Batch take() {
        lock.lock();
        try {
            while (open.size() == 0 && !gate.isEnded()) {
                work.awaitUninterruptibly();
            }
            return poll();
        } finally {
            lock.unlock();
        }
    }

    /// Takes what there is to write, none when there is nothing.
    @Nullable
    Batch poll() {
        return locked(() -> {
            if (open.size() == 0 || gate.isEnded()) {
                return null;
            }
            Batch taken = open;
            flight = taken;
            flightSince = ground.nanos().getAsLong();
            open = new Batch();
            return taken;
        });
    }

    /// Writes what was taken, and lets the answers go. A failure is the end: what a failed sync has written is
    /// unknown, and syncing again would hide that.
    void commit(Batch batch) {
        int size = batch.size();
        long began = ground.nanos().getAsLong();
        try {
            journal.append(batch.seal(chain));
        } catch (RuntimeException | Error e) {
            fail(e);
            return;
        }
        locked(() -> land(batch, size, ground.nanos().getAsLong() - began));
    }

    private boolean land(Batch batch, int size, long nanos) {
        syncs.add(size, nanos);
        flight = null;
        if (!gate.isEnded()) {
            batch.succeed();
        }
        return true;
    }

    /// Nothing is answered any more, and whoever waits is told so.
    void fail(Throwable cause) {
        end();
        ground.halt().accept(cause);
    }

    void end() {
        locked(() -> {
            gate.end();
            giveUp();
            work.signalAll();
            return true;
        });
    }

    private void giveUp() {
        if (open.size() > 0) {
            open.giveUp();
        }
        if (flight != null) {
            flight.giveUp();
        }
    }

    /// Lets units fall back whose time to pay is over, and whoever waits for a disk that does not answer go.
    ///
    /// @return whether there is more to do
    boolean sweep() {
        return locked(() -> {
            if (gate.isStalled(flown())) {
                giveUp();
                return false;
            }
            return !gate.isEnded()
                    && open.size() < MOST_SWEPT
                    && decided((all, now) -> all.expire(now, SWEEP, gate.frozen())) == SWEEP;
        });
    }

    /// The number of the last event of a sale that is on disk.
    long durable(long activity) {
        return locked(() -> {
            gate.requireRunning();
            gate.requireThawed(activity);
            return ledger.durable(activity);
        });
    }

    void requireAtLeast(long activity, long number) {
        long durable = locked(() -> {
            if (ledger.durable(activity) < number) {
                gate.freeze(activity);
            }
            return ledger.durable(activity);
        });
        if (durable < number) {
            throw new JournalBehindException(activity, number, durable);
        }
    }

    Stock.Pulse pulse() {
        return locked(() -> syncs.pulse(ledger.claims()));
    }

    private <T extends @Nullable Object> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    long bytes() {
        return ledger.bytes();
    }
}
