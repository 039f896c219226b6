package io.heddle.configcenter.store.shared;

import io.heddle.store.Item;
import io.heddle.store.Listing;
import io.heddle.store.StoreListener;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All keys in memory, as the store tells of them. News come key by key; what is shown is the last time at which they
/// were whole, as their head says. Any thread may call.
final class Mirror implements StoreListener {
    private static final Logger LOG = LoggerFactory.getLogger(SharedStore.class);

    private final String root;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Snapshot told = Snapshot.NONE;
    private boolean loaded;
    private volatile Snapshot whole = Snapshot.NONE;
    private volatile boolean isSeen = true;
    private volatile Runnable listener = () -> {};

    Mirror(String root) {
        this.root = root;
    }

    /// What is shown.
    Snapshot whole() {
        return whole;
    }

    /// Whether what is shown is all that was told.
    boolean settled() {
        lock.lock();
        try {
            return loaded && told.sameAs(whole);
        } finally {
            lock.unlock();
        }
    }

    void listen(Runnable next) {
        listener = next;
    }

    @Override
    public void all(Listing listing) {
        Snapshot all = Snapshot.of(root, listing.items());
        change(() -> {
            told = all;
            loaded |= all.isWhole();
        });
    }

    @Override
    public void put(Item item) {
        Row row = new Row(item.key().substring(root.length()), item.version(), item.value());
        edit(edit -> edit.put(row));
    }

    @Override
    public void gone(String key, long version) {
        edit(edit -> edit.remove(key.substring(root.length()), version));
    }

    private void edit(Consumer<Edit> news) {
        change(() -> {
            Edit edit = new Edit(told);
            news.accept(edit);
            told = edit.done();
        });
    }

    private void change(Runnable news) {
        Snapshot before = whole;
        lock.lock();
        try {
            news.run();
            if (told.isWhole() && told.version() >= whole.version()) {
                show(told);
            }
        } finally {
            lock.unlock();
        }
        if (whole.version() != before.version()) {
            listener.run();
        }
    }

    private void show(Snapshot next) {
        whole = next;
        moved.signalAll();
    }

    /// This node has written: it sees that at once, whatever it was told of others meanwhile.
    ///
    /// @param next what it wrote from, with what it wrote
    void wrote(SharedWriting writing, Snapshot next) {
        change(() -> {
            told = writing.onto(told, next.version());
            if (next.version() > whole.version()) {
                show(next);
            }
        });
    }

    /// Takes what the store has now in place of all that was told.
    ///
    /// @param before what was shown before the store was asked
    void take(Snapshot before, Snapshot listed) {
        change(() -> {
            if (whole.version() == before.version()) {
                if (listed.version() < before.version()) {
                    LOG.atWarn()
                            .addKeyValue("revision", listed.head().revision())
                            .log("the store has lost what was written; what it has left holds");
                }
                told = listed;
                loaded = true;
                show(listed);
            }
        });
    }

    /// Waits until there is something to show; false when the time was up.
    boolean awaitLoaded(Duration limit) {
        return await(limit, () -> loaded);
    }

    /// Waits until another time is shown; false when the time was up.
    boolean awaitAfter(Snapshot known, Duration limit) {
        return await(limit, () -> whole.version() != known.version());
    }

    private boolean await(Duration limit, BooleanSupplier reached) {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (!reached.getAsBoolean() && left > 0) {
                left = moved.awaitNanos(left);
            }
            return reached.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void seen(boolean seen) {
        if (isSeen != seen) {
            isSeen = seen;
            LOG.atWarn().log(seen ? "the store answers" : "the store is away; readers have what they had");
        }
    }
}
