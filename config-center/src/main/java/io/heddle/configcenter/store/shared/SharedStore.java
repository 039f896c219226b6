package io.heddle.configcenter.store.shared;

import io.heddle.configcenter.store.KeepingSettings;
import io.heddle.configcenter.store.Reading;
import io.heddle.configcenter.store.ReleaseStore;
import io.heddle.configcenter.store.Writing;
import io.heddle.contract.error.ServiceException;
import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.Reason;
import io.heddle.kit.http1.TransportException;
import io.heddle.store.Store;
import io.heddle.store.StoreAccess;
import io.heddle.store.StoreAwayException;
import io.heddle.store.open.Stores;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The store in an etcd or a ZooKeeper that several nodes share. Reads are of a mirror in memory and go on while the
/// store is away. A write is one commit, under the condition that the head is what it was made from; so no two nodes
/// ever overwrite each other, and what is refused is done again over what has come in between.
public final class SharedStore implements ReleaseStore {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration FIRST_LISTING = Duration.ofSeconds(20);
    private static final Duration NEWS = Duration.ofMillis(500);
    private static final Duration SESSION = Duration.ofSeconds(5);

    private final Store store;
    private final String root;
    private final Mirror mirror;
    private final Commits commits;
    private final Resync resync;
    private final Store.Handle watch;
    private final Semaphore turn = new Semaphore(1, true);

    private SharedStore(Store store, String namespace, long mostBytes, KeepingSettings keeping) {
        this.store = store;
        this.root = Keys.root(namespace);
        this.mirror = new Mirror(root);
        this.commits = new Commits(store, root, mostBytes, keeping);
        this.resync = new Resync(store, root, mirror);
        this.watch = store.watch(root, mirror);
    }

    /// Reaches for a store by its address, and reads all that it has.
    ///
    /// @param address `etcd://host:port,host:port` or `zookeeper://host:port,host:port/root`
    /// @param access how it knows this node
    /// @param namespace keeps centres on one store apart
    /// @throws ServiceException 503 when it does not answer for a while
    public static SharedStore open(String address, StoreAccess access, String namespace, KeepingSettings keeping) {
        return over(Stores.open(address, SESSION, access), namespace, Commits.most(address), keeping);
    }

    /// The same over a store that is open, which is closed with this.
    ///
    /// @param mostBytes how much one commit may be
    public static SharedStore over(Store store, String namespace, long mostBytes, KeepingSettings keeping) {
        SharedStore opened = new SharedStore(store, namespace, mostBytes, keeping);
        opened.resync.start();
        if (!opened.mirror.awaitLoaded(FIRST_LISTING)) {
            opened.close();
            throw new DatabaseException(Reason.UNREACHABLE, null);
        }
        return opened;
    }

    @Override
    public <T> T read(Function<Reading, T> work) {
        return work.apply(new Looking.At(mirror.whole()));
    }

    /// Asks the store where it can, for this node may not have heard of it yet.
    @Override
    public long latest() {
        long shown = mirror.whole().head().revision();
        try {
            return Math.max(shown, commits.head().map(Head::revision).orElse(0L));
        } catch (StoreAwayException e) {
            return shown;
        }
    }

    @Override
    public void onChange(Runnable listener) {
        mirror.listen(listener);
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        long due = System.nanoTime() + LIMIT.toNanos();
        takeTurn();
        try {
            return written(work, due);
        } catch (StoreAwayException e) {
            throw new DatabaseException(reason(e), e);
        } finally {
            turn.release();
        }
    }

    /// The writes of one node go one after the other, so that they do not refuse each other.
    private void takeTurn() {
        try {
            if (!turn.tryAcquire(LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new DatabaseException(Reason.LOCK_TIMEOUT, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(Reason.INTERRUPTED, e);
        }
    }

    private static Reason reason(StoreAwayException away) {
        boolean undone = away.getCause() instanceof TransportException failure && failure.neverSent();
        return undone ? Reason.UNREACHABLE : Reason.COMMIT_UNKNOWN;
    }

    private <T> T written(Function<Writing, T> work, long due) {
        while (true) {
            Snapshot base = mirror.whole();
            Optional<Done<T>> done = once(work, base);
            if (done.isPresent()) {
                return done.get().result;
            }
            if (System.nanoTime() > due) {
                throw new DatabaseException(Reason.DEADLOCK, null);
            }
            if (!mirror.awaitAfter(base, NEWS)) {
                resync.now();
            }
        }
    }

    /// What came of it; any type may be null here, so it is not an optional itself.
    private record Done<T>(T result) {}

    /// Empty when another node has written in between.
    private <T> Optional<Done<T>> once(Function<Writing, T> work, Snapshot base) {
        SharedWriting writing = commits.writing(base);
        T result;
        try {
            result = work.apply(writing);
        } catch (ServiceException e) {
            if (commits.current(base)) {
                throw e;
            }
            return Optional.empty();
        }
        Optional<Snapshot> next = commits.commit(base, writing);
        next.ifPresent(snapshot -> mirror.wrote(writing, snapshot));
        return next.map(_ -> new Done<>(result));
    }

    @Override
    public void close() {
        resync.close();
        watch.close();
        store.close();
    }
}
