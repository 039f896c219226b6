package io.heddle.registry.cluster;

import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.kit.pace.Pacer;
import io.heddle.registry.lease.Replica;
import io.heddle.store.Change;
import io.heddle.store.Condition;
import io.heddle.store.Item;
import io.heddle.store.Listing;
import io.heddle.store.Store;
import io.heddle.store.StoreAwayException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the store what is pending: one thread, many at once, and one by one when something came between.
final class Flusher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(3);
    /// How often one change is tried before others have their turn.
    private static final int TRIES = 5;

    private final Store store;
    private final Replica replica;
    private final Board board;
    private final String me;
    private final Change.Put birth;
    private final Loop loop = Loop.of("cluster-flush", Pacer.idle(), LONGEST_BACK_OFF, this::round);
    private volatile boolean failing;

    /// This node.
    ///
    /// @param name of it
    /// @param birth what the content of the store is named by when nobody did
    record Me(String name, Change.Put birth) {}

    Flusher(Store store, Replica replica, Board board, Me me) {
        this.store = store;
        this.replica = replica;
        this.board = board;
        this.me = me.name();
        this.birth = me.birth();
    }

    void start() {
        loop.start();
    }

    /// There is something to tell. What failed is not tried again the sooner for it.
    void nudge() {
        if (!failing) {
            loop.nudge();
        }
    }

    /// The store is seen again.
    void back() {
        loop.nudge();
    }

    private Next round() {
        failing = false;
        boolean done = false;
        try {
            Next next = flush() ? Next.AGAIN : Next.REST;
            done = true;
            return next;
        } catch (StoreAwayException e) {
            LOG.atDebug().setCause(e).log("the store is away; what it is to be told waits");
            return Next.BACK_OFF;
        } finally {
            failing = !done;
        }
    }

    /// False when there was nothing to tell.
    private boolean flush() {
        if (replica.change(board::nameless)) {
            name();
        }
        Batch batch = replica.change(
                () -> board.loaded() ? Batch.first(board, replica, me, Store.MOST_CHANGES) : new Batch());
        batch.doubts().forEach(this::ask);
        if (batch.empty()) {
            return !batch.doubts().isEmpty();
        }
        if (!commit(batch)) {
            batch.keys().forEach(this::flushOne);
        }
        return true;
    }

    /// One node names it; the others hear of it.
    private void name() {
        String name = new String(birth.value(), StandardCharsets.UTF_8);
        store.commit(List.of(Condition.absent(birth.key())), List.of(birth))
                .ifPresent(_ -> replica.change(() -> {
                    board.born(name);
                    return name;
                }));
    }

    private boolean commit(Batch batch) {
        OptionalLong version = store.commit(batch.conditions(), batch.changes());
        version.ifPresent(at -> replica.change(() -> {
            batch.done(board, at);
            return at;
        }));
        return version.isPresent();
    }

    private void flushOne(String key) {
        for (int tries = 0; tries < TRIES; tries++) {
            Batch one = replica.change(() -> Batch.only(board, replica, me, key));
            if (one.empty() || commit(one)) {
                return;
            }
            ask(key);
        }
    }

    /// Learns what the store holds of a key now.
    private void ask(String key) {
        Listing listing = store.range(key);
        Optional<Item> item = listing.items().stream()
                .filter(found -> found.key().equals(key))
                .findFirst();
        replica.change(() -> {
            item.ifPresentOrElse(board::put, () -> board.gone(key));
            board.pending()
                    .computeIfPresent(key, (_, pending) -> pending.kind() == Pending.Kind.DOUBT ? null : pending);
            return key;
        });
    }

    /// Tells what is left, if the store answers.
    @Override
    public void close() {
        loop.close(FAREWELL);
        try {
            while (replica.change(() -> !board.pending().isEmpty()) && flush()) {
                LOG.atDebug().log("told the store more before the end");
            }
        } catch (StoreAwayException e) {
            LOG.atWarn().setCause(e).log("the store was not told all before the end");
        }
    }

    static List<String> names(Listing listing, String prefix) {
        return listing.items().stream()
                .map(Item::key)
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }
}
