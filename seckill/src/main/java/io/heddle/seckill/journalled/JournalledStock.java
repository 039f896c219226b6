package io.heddle.seckill.journalled;

import io.heddle.seckill.journal.Journal;
import io.heddle.seckill.journal.chain.Chain;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.Tally;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.TermsException;
import io.heddle.seckill.sale.UndecidedException;
import io.heddle.seckill.sale.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The engine that keeps its sales in memory and its events in a {@link Journal} on one disk: an answer is told
/// when the events that it follows from are on disk. One platform thread writes; callers wait meanwhile, best on
/// virtual threads.
public final class JournalledStock implements Stock {
    /// What the engine stands on.
    ///
    /// @param clock the time of sales
    /// @param nanos the time of waits
    /// @param halt is called once, when the journal has failed
    /// @param seed of the hashes of users
    record Ground(InstantSource clock, LongSupplier nanos, Consumer<Throwable> halt, long seed) {}

    private static final Duration SWEEP_EVERY = Duration.ofMillis(100);

    private final Arbiter arbiter;
    private final Journal journal;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread writer;
    private final Thread sweeper;

    private JournalledStock(Arbiter arbiter, Journal journal) {
        this.arbiter = arbiter;
        this.journal = journal;
        this.writer = Thread.ofPlatform().name("journal").unstarted(() -> guard(this::write));
        this.sweeper = Thread.ofVirtual().name("pay-time-outs").unstarted(() -> guard(this::sweep));
    }

    /// Opens the journal in a folder and reads all sales from it.
    ///
    /// @param clock the time of sales
    /// @param halt is told why when the journal has failed: nothing is answered any more, and the process is best
    ///     ended at once
    /// @throws io.heddle.seckill.journal.FolderInUseException when another process has it open
    /// @throws io.heddle.seckill.journal.JournalDamagedException when it cannot be trusted
    public static JournalledStock open(
            JournalSettings settings, Path folder, InstantSource clock, Consumer<Throwable> halt) {
        Ground ground = ground(clock, halt);
        long began = ground.nanos().getAsLong();
        return open(began, settings, Journal.open(settings.kind(), folder), ground);
    }

    /// The same with a journal that is open already and is closed with the stock.
    public static JournalledStock open(
            JournalSettings settings, Journal journal, InstantSource clock, Consumer<Throwable> halt) {
        Ground ground = ground(clock, halt);
        return open(ground.nanos().getAsLong(), settings, journal, ground);
    }

    private static Ground ground(InstantSource clock, Consumer<Throwable> halt) {
        long seed = RandomGenerator.getDefault().nextLong();
        return new Ground(clock, System::nanoTime, halt, seed);
    }

    private static JournalledStock open(long began, JournalSettings settings, Journal journal, Ground ground) {
        Arbiter arbiter = new Arbiter(settings, journal, ground);
        @Nullable JournalledStock stock = null;
        try {
            arbiter.recover(began);
            stock = new JournalledStock(arbiter, journal);
            stock.writer.start();
            stock.sweeper.start();
            return stock;
        } finally {
            if (stock == null) {
                journal.close();
            }
        }
    }

    private void guard(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            arbiter.fail(e);
        }
    }

    private void write() {
        for (Batch batch = arbiter.take(); batch != null; batch = arbiter.take()) {
            arbiter.commit(batch);
        }
    }

    private void sweep() {
        while (!isClosing()) {
            boolean more = arbiter.sweep();
            while (more) {
                more = arbiter.sweep();
            }
        }
    }

    private boolean isClosing() {
        try {
            return closing.await(SWEEP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Where a decision fails half way, that is the end of the engine.
    private <T> T decide(long activity, Ledger.Decision<T> decision) {
        try {
            return arbiter.decide(activity, decision).await();
        } catch (UndecidedException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            arbiter.fail(e);
            throw e;
        }
    }

    @Override
    public void put(Terms terms) {
        decide(terms.activity(), (ledger, now) -> ledger.put(terms, now)).ifPresent(refusal -> {
            throw new TermsException(refusal);
        });
    }

    @Override
    public boolean remove(long activity) {
        return switch (decide(activity, (ledger, now) -> ledger.remove(activity, now))) {
            case DONE -> true;
            case NONE -> false;
            case HAS_WINS -> throw new TermsException("sale " + activity + " has winners, so it stays");
        };
    }

    @Override
    public List<Terms> sales() {
        return arbiter.survey((ledger, now) -> ledger.terms()).await();
    }

    @Override
    public Claim claim(long activity, UserId user) {
        return decide(activity, (ledger, now) -> ledger.claim(activity, user, now));
    }

    @Override
    public Claim standing(long activity, UserId user) {
        return decide(activity, (ledger, now) -> ledger.standing(activity, user, now));
    }

    @Override
    public Optional<Order> settle(OrderId order, Standing how) {
        if (how == Standing.HELD) {
            throw new IllegalArgumentException("an order is settled as paid, cancelled or expired");
        }
        return decide(order.activity(), (ledger, now) -> ledger.settle(order, how, now));
    }

    @Override
    public Optional<Order> order(OrderId order) {
        return decide(order.activity(), (ledger, now) -> ledger.order(order));
    }

    @Override
    public Optional<Tally> tally(long activity) {
        return decide(activity, (ledger, now) -> ledger.tally(activity));
    }

    @Override
    public List<Event> events(long activity, long after, int limit) {
        if (after < 0 || limit < 1) {
            throw new IllegalArgumentException("events are read after 0 or more, 1 or more at a time");
        }
        long durable = arbiter.durable(activity);
        if (durable <= after) {
            return List.of();
        }
        int most = (int) Math.min(limit, durable - after);
        return journal.read(activity, after, most).stream().map(Chain::read).toList();
    }

    /// Holds the journal against what the database has applied; a sale that the journal knows less of is frozen:
    /// it is undecided from then on.
    ///
    /// @param number the number of the last event of the sale that the database knows of
    /// @throws JournalBehindException when the journal is older
    public void requireAtLeast(long activity, long number) {
        arbiter.requireAtLeast(activity, number);
    }

    @Override
    public Pulse pulse() {
        return arbiter.pulse();
    }

    @Override
    public void close() {
        arbiter.end();
        closing.countDown();
        join(writer);
        join(sweeper);
        journal.close();
    }

    private static void join(Thread thread) {
        try {
            if (!thread.equals(Thread.currentThread())) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
