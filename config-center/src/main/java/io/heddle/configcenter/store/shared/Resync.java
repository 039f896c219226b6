package io.heddle.configcenter.store.shared;

import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.store.Store;
import io.heddle.store.StoreAwayException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads everything anew where news were missed, or somebody has changed keys by hand.
final class Resync implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedStore.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Store store;
    private final String root;
    private final Mirror mirror;
    private final Loop loop = Loop.of("config-resync", LOOK, LOOK, this::round);
    private boolean settled = true;

    Resync(Store store, String root, Mirror mirror) {
        this.store = store;
        this.root = root;
        this.mirror = mirror;
    }

    void start() {
        loop.start();
    }

    private Next round() {
        boolean before = settled;
        settled = mirror.settled();
        try {
            if (!before && !settled) {
                now();
            }
            return Next.REST;
        } catch (StoreAwayException e) {
            LOG.atDebug().setCause(e).log("the store is away");
            return Next.REST;
        }
    }

    /// Reads everything. What is the same twice is taken, even if it is not what the last write left.
    void now() {
        Snapshot before = mirror.whole();
        Snapshot listed = listed();
        if (!listed.isWhole()) {
            Snapshot again = listed();
            if (!again.isWhole() && !again.sameAs(listed)) {
                return;
            }
            if (!again.isWhole()) {
                LOG.atWarn().log("keys of the store were changed by somebody else; they are taken as they are");
            }
            listed = again.taken();
        }
        mirror.take(before, listed);
    }

    private Snapshot listed() {
        return Snapshot.of(root, store.range(root).items());
    }

    @Override
    public void close() {
        loop.stop();
    }
}
