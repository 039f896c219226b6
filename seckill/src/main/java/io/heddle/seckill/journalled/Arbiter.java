package io.heddle.seckill.journalled;

import io.heddle.seckill.journal.Journal;
import io.heddle.seckill.journal.JournalDamagedException;
import io.heddle.seckill.journal.chain.Chain;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.UndecidedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Decides under one lock, a hundred nanoseconds at a time, and hands what was decided to the one thread that
/// writes. Has no thread of its own: {@link #take}, {@link #commit} and {@link #sweep} are called by the threads
/// of the {@link JournalledStock}, or by hand.
final class Arbiter {
    /// The most units that fall back within one hold of the lock.
    static final int SWEEP = 1000;

    private static final int MOST_SWEPT = 10 * SWEEP;

    /// A step of the ledger at a time of the clock.
    interface Decision<T> {
        T on(Ledger ledger, long now);
    }

    /// What the arbiter stands on.
    ///
    /// @param clock the time of sales
    /// @param nanos the time of waits
    /// @param halt is called once, when the journal has failed
    /// @param seed of the hashes of users
    record Ground(InstantSource clock, LongSupplier nanos, Consumer<Throwable> halt, long seed) {}

    private final JournalSettings settings;
    private final Journal journal;
    private final Ground ground;
    private final Chain chain = new Chain();
    private final Ledger ledger;
    private final Syncs syncs = new Syncs();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Set<Long> frozen = new HashSet<>();
    private Batch open = new Batch();
    private @Nullable Batch flight;
    private @Nullable Batch arranged;
    private long flightSince;
    private long decisions;
    private boolean ended;
    private Duration recovery = Duration.ZERO;

    Arbiter(JournalSettings settings, Journal journal, Ground ground) {
        this.settings = settings;
        this.journal = journal;
        this.ground = ground;
        this.ledger = new Ledger(this::append, ground.seed());
    }

    /// Reads the journal; before anything else.
    void recover() {
        long began = ground.nanos().getAsLong();
        journal.replay(entry -> replay(chain.open(entry)));
        recovery = Duration.ofNanos(ground.nanos().getAsLong() - began);
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
    <T> Pending<T> decide(long activity, Decision<T> decision) {
        lock.lock();
        try {
            requireReady();
            requireThawed(activity);
            T value = decision.on(ledger, ground.clock().millis());
            Sale sale = ledger.find(activity);
            return pending(value, sale == null ? null : sale.batch());
        } finally {
            lock.unlock();
        }
    }

    /// Looks at the terms of all sales.
    <T> Pending<T> survey(Decision<T> decision) {
        lock.lock();
        try {
            requireReady();
            return pending(decision.on(ledger, ground.clock().millis()), arranged);
        } finally {
            lock.unlock();
        }
    }

    private <T> Pending<T> pending(T value, @Nullable Batch batch) {
        decisions++;
        if (batch == null || batch.isDurable()) {
            return new Pending<>(value, null);
        }
        batch.join();
        return new Pending<>(value, batch);
    }

    private void requireReady() {
        requireRunning();
        if (isStalled()) {
            throw new UndecidedException("the disk takes longer than " + settings.stall());
        }
        int waiting = open.waiters() + (flight == null ? 0 : flight.waiters());
        if (waiting >= settings.waiters()) {
            throw new UndecidedException(waiting + " answers wait for the disk");
        }
    }

    private void requireRunning() {
        if (ended) {
            throw new UndecidedException("the engine has stopped");
        }
    }

    private void requireThawed(long activity) {
        if (!frozen.isEmpty() && frozen.contains(activity)) {
            throw new UndecidedException("sale " + activity + " is frozen: its journal is behind the database");
        }
    }

    private boolean isStalled() {
        return flight != null
                && ground.nanos().getAsLong() - flightSince > settings.stall().toNanos();
    }

    /// Waits until there is something to write, and takes it.
    ///
    /// @return none when the engine has ended
    @Nullable
    Batch take() {
        lock.lock();
        try {
            while (open.size() == 0 && !ended) {
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
        lock.lock();
        try {
            if (open.size() == 0 || ended) {
                return null;
            }
            Batch taken = open;
            flight = taken;
            flightSince = ground.nanos().getAsLong();
            open = new Batch();
            return taken;
        } finally {
            lock.unlock();
        }
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
        lock.lock();
        try {
            syncs.add(size, ground.nanos().getAsLong() - began);
            flight = null;
            if (!ended) {
                batch.succeed();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Nothing is answered any more, and whoever waits is told so.
    void fail(Throwable cause) {
        end();
        ground.halt().accept(cause);
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            giveUp();
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void giveUp() {
        open.giveUp();
        if (flight != null) {
            flight.giveUp();
        }
    }

    /// Lets units fall back whose time to pay is over, and whoever waits for a disk that does not answer go.
    ///
    /// @return whether there is more to do
    boolean sweep() {
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            if (isStalled()) {
                giveUp();
                return false;
            }
            return open.size() < MOST_SWEPT && ledger.expire(ground.clock().millis(), SWEEP) == SWEEP;
        } finally {
            lock.unlock();
        }
    }

    /// The number of the last event of a sale that is on disk.
    long durable(long activity) {
        lock.lock();
        try {
            requireRunning();
            requireThawed(activity);
            Sale sale = ledger.find(activity);
            return sale == null ? 0 : sale.durable();
        } finally {
            lock.unlock();
        }
    }

    void requireAtLeast(long activity, long number) {
        lock.lock();
        try {
            Sale sale = ledger.find(activity);
            long durable = sale == null ? 0 : sale.durable();
            if (durable < number) {
                frozen.add(activity);
                throw new JournalBehindException(activity, number, durable);
            }
        } finally {
            lock.unlock();
        }
    }

    Stock.Pulse pulse() {
        lock.lock();
        try {
            return new Stock.Pulse(decisions, syncs.events(), syncs.count(), syncs.slowest(), recovery);
        } finally {
            lock.unlock();
        }
    }

    long bytes() {
        return ledger.bytes();
    }
}
