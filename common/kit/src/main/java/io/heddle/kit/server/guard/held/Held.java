package io.heddle.kit.server.guard.held;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/// Counts the memory that slow peers hold: large answers that they have not taken yet, large bodies that have not come
/// yet. What many are sent counts once. When there is no room for more, those go who have moved nothing for a while,
/// the stillest first; where all move, who comes waits for a moment. When as much waits as is held, or the moment is
/// over, those go who moved the longest ago, so that who reads is always answered. What is larger than the limit is
/// held alone. Any thread may call.
public final class Held {
    /// What is not larger is not counted: it is bounded by the number of connections.
    public static final int LARGE = 1 << 14;

    private static final Hold NOTHING = () -> {};

    private static final long LOOK_MILLIS = 50;
    private static final long STILL = Duration.ofMillis(500).toNanos();
    private static final long LONGEST_WAIT = Duration.ofSeconds(2).toNanos();

    private final long limit;
    private final Shares shares = new Shares();
    private final Shares waiting = new Shares();
    /// About in the order of when they moved: each is looked at again before it goes.
    private final Set<Holding> holdings = new LinkedHashSet<>();

    /// Something that is held.
    @FunctionalInterface
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /// Who holds something.
    ///
    /// @param moved when a byte of it was last taken or came, on the clock of the system's nanoseconds
    /// @param hangUp ends its connection
    public record Holder(LongSupplier moved, Runnable hangUp) {}

    /// One who holds something.
    private static final class Holding {
        private final Object what;
        private final Holder holder;
        private long moved;

        Holding(Object what, Holder holder) {
            this.what = what;
            this.holder = holder;
        }

        /// Whether it moved since it was last looked at.
        boolean look() {
            long last = holder.moved().getAsLong();
            boolean more = last - moved > 0;
            moved = more ? last : moved;
            return more;
        }
    }

    /// Counts up to a limit.
    ///
    /// @param limit the most bytes
    public Held(long limit) {
        this.limit = limit;
    }

    /// Begins to hold something until it is closed.
    ///
    /// @param what known by its identity
    /// @param bytes how much it is
    /// @param holder who holds it
    public Hold hold(Object what, long bytes, Holder holder) {
        if (bytes <= LARGE) {
            return NOTHING;
        }
        Holding holding = new Holding(what, holder);
        if (!enter(holding, bytes, false)) {
            enterLater(holding, bytes);
        }
        return () -> release(holding);
    }

    /// Waits for a moment: by then somebody has gone, or has moved nothing. What waits is bounded as what is held.
    private void enterLater(Holding holding, long bytes) {
        boolean waits = queue(holding.what, bytes);
        long begun = System.nanoTime();
        boolean over = !waits;
        while (!enter(holding, bytes, over)) {
            over = !pause() || System.nanoTime() - begun > LONGEST_WAIT;
        }
        if (waits) {
            unqueue(holding.what);
        }
    }

    private boolean enter(Holding holding, long bytes, boolean push) {
        List<Holding> slow = new ArrayList<>();
        boolean in = enter(holding, bytes, push, slow);
        slow.forEach(other -> other.holder.hangUp().run());
        return in;
    }

    private synchronized boolean enter(Holding holding, long bytes, boolean push, List<Holding> slow) {
        makeRoom(holding, bytes, slow);
        if (push) {
            push(holding, bytes, slow);
        }
        boolean fits = shares.fits(holding.what, bytes, limit);
        if (fits) {
            holding.moved = System.nanoTime();
            shares.add(holding.what, bytes);
            holdings.add(holding);
        }
        return fits;
    }

    private synchronized boolean queue(Object what, long bytes) {
        boolean fits = waiting.fits(what, bytes, limit);
        if (fits) {
            waiting.add(what, bytes);
        }
        return fits;
    }

    private synchronized void unqueue(Object what) {
        waiting.remove(what);
    }

    @SuppressWarnings("WaitNotInLoop") // The caller looks again, whatever woke it.
    private synchronized boolean pause() {
        try {
            wait(LOOK_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Those go who have been still for too long.
    private void makeRoom(Holding holding, long bytes, List<Holding> slow) {
        long now = System.nanoTime();
        List<Holding> moving = new ArrayList<>();
        Iterator<Holding> all = holdings.iterator();
        boolean young = false;
        while (!young && all.hasNext() && !shares.fits(holding.what, bytes, limit)) {
            Holding next = all.next();
            boolean moved = next.look();
            young = !moved && now - next.moved < STILL;
            if (now - next.moved >= STILL) {
                all.remove();
                leave(next, slow);
            } else if (moved) {
                all.remove();
                moving.add(next);
            }
        }
        holdings.addAll(moving);
    }

    /// Those go who moved the longest ago, until there is room.
    private void push(Holding holding, long bytes, List<Holding> slow) {
        while (!shares.fits(holding.what, bytes, limit) && !holdings.isEmpty()) {
            Iterator<Holding> all = holdings.iterator();
            Holding next = all.next();
            all.remove();
            leave(next, slow);
        }
    }

    private void leave(Holding holding, List<Holding> slow) {
        slow.add(holding);
        shares.remove(holding.what);
    }

    private synchronized void release(Holding holding) {
        if (holdings.remove(holding)) {
            shares.remove(holding.what);
            notifyAll();
        }
    }

    /// How many bytes are held now.
    public synchronized long total() {
        return shares.total();
    }
}
