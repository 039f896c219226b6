package io.heddle.kit.server.guard.held;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Counts the memory that slow peers hold: large answers that they have not taken yet, large bodies that have not come
/// yet. What many are sent counts once. When there is no room for more, those go who have kept theirs for the longest,
/// but for those that have it for a moment only. Any thread may call.
public final class Held {
    /// What is not larger is not counted: it is bounded by the number of connections.
    public static final int LARGE = 1 << 14;

    private static final Hold NOTHING = () -> {};

    private static final long LOOK_MILLIS = 50;
    private static final long MOMENT = Duration.ofSeconds(1).toNanos();

    private final long limit;
    private final IdentityHashMap<Object, Share> shares = new IdentityHashMap<>();
    private final Set<Holding> holdings = new LinkedHashSet<>();
    private long total;
    private long waiting;

    /// How many hold something.
    private static final class Share {
        private final long bytes;
        private int holders;

        Share(long bytes) {
            this.bytes = bytes;
        }
    }

    /// Something that is held.
    @FunctionalInterface
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /// One who holds something.
    @SuppressWarnings("ClassCanBeRecord") // Two are never the same.
    private static final class Holding {
        private final Object what;
        private final Runnable hangUp;
        private final long since;

        Holding(Object what, Runnable hangUp, long since) {
            this.what = what;
            this.hangUp = hangUp;
            this.since = since;
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
    /// @param now on the clock of {@link System#nanoTime()}
    /// @param hangUp ends the one who holds it
    /// @throws ServiceException 503 when there is no room
    public Hold hold(Object what, long bytes, long now, Runnable hangUp) {
        if (bytes <= LARGE) {
            return NOTHING;
        }
        Holding holding = new Holding(what, hangUp, now);
        List<Holding> slow = new ArrayList<>();
        boolean fits = enter(holding, bytes, slow) || enterLater(holding, bytes, slow);
        slow.forEach(other -> other.hangUp.run());
        if (!fits) {
            throw new ServiceException(
                    Status.UNAVAILABLE, "memory_held", "the server holds too much for slow peers", List.of());
        }
        return () -> release(holding);
    }

    private synchronized boolean enter(Holding holding, long bytes, List<Holding> slow) {
        if (!shares.containsKey(holding.what)) {
            makeRoom(bytes, System.nanoTime(), slow);
        }
        Share share = shares.get(holding.what);
        if (share == null && total + bytes > limit) {
            return false;
        }
        if (share == null) {
            share = new Share(bytes);
            shares.put(holding.what, share);
            total += bytes;
        }
        share.holders++;
        holdings.add(holding);
        return true;
    }

    /// Waits for a moment: by then somebody has gone, or may be cut off. Those who wait are bounded as those who hold.
    private synchronized boolean enterLater(Holding holding, long bytes, List<Holding> slow) {
        if (waiting + bytes > limit) {
            return false;
        }
        waiting += bytes;
        try {
            boolean fits = false;
            while (!fits && System.nanoTime() - holding.since < 2 * MOMENT) {
                wait(LOOK_MILLIS);
                fits = enter(holding, bytes, slow);
            }
            return fits;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting -= bytes;
        }
    }

    private void makeRoom(long bytes, long now, List<Holding> slow) {
        Iterator<Holding> oldest = holdings.iterator();
        while (total + bytes > limit && oldest.hasNext()) {
            Holding next = oldest.next();
            if (now - next.since < MOMENT) {
                return;
            }
            oldest.remove();
            slow.add(next);
            leave(next);
        }
    }

    private synchronized void release(Holding holding) {
        if (holdings.remove(holding)) {
            leave(holding);
        }
    }

    private void leave(Holding holding) {
        Share share = shares.get(holding.what);
        if (share != null && --share.holders == 0) {
            shares.remove(holding.what);
            total -= share.bytes;
            notifyAll();
        }
    }

    /// How many bytes are held now.
    public synchronized long total() {
        return total;
    }
}
