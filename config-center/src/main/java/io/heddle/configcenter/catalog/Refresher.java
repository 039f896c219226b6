package io.heddle.configcenter.catalog;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.secret.Concealed;
import io.heddle.configcenter.secret.Vault;
import io.heddle.configcenter.store.Reading;
import io.heddle.configcenter.store.ReleaseStore;
import io.heddle.configcenter.store.Stored;
import io.heddle.contract.error.ServiceException;
import io.heddle.kit.pace.Pacer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Brings the catalog up to what the store has: at once when this node changed something, and now and then for
/// what
/// other nodes changed.
final class Refresher {
    private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);

    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Source source;
    private final Catalog catalog;
    private final ObjLongConsumer<Set<String>> listener;
    private final Pacer pacer = new Pacer(new SplittableRandom());
    private final Thread thread =
            Thread.ofPlatform().daemon().name("config-refresh").unstarted(this::run);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition applied = lock.newCondition();
    private volatile boolean closed;

    private record Seen(long revision, List<Shown> changed, List<Stored.Token> tokens) {}

    /// Where the state comes from.
    ///
    /// @param poll how often it is looked at
    record Source(ReleaseStore store, Vault vault, Duration poll) {}

    Refresher(Source source, Catalog catalog, ObjLongConsumer<Set<String>> listener) {
        this.source = source;
        this.catalog = catalog;
        this.listener = listener;
    }

    void start() {
        refresh();
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                pacer.rest(source.poll);
                once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try {
            refresh();
        } catch (ServiceException e) {
            LOG.atWarn()
                    .addKeyValue("reason", e.sentence())
                    .log("the store cannot be read; readers have what they had");
            pacer.backOff(source.poll);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("the catalog cannot be brought up to date; the next try follows");
            pacer.backOff(source.poll);
        }
    }

    private void refresh() {
        long known = catalog.revision();
        Optional<Seen> seen = source.store.read(reading -> look(reading, known));
        if (seen.isPresent()) {
            catalog.apply(seen.get().revision, seen.get().changed, seen.get().tokens);
            hear(seen.get());
            tell();
        }
    }

    /// All at once, so that nobody is told of a revision before all that made it was heard.
    private void hear(Seen seen) {
        Set<String> names =
                seen.changed.stream().map(shown -> shown.key().watched()).collect(Collectors.toUnmodifiableSet());
        listener.accept(names, seen.revision);
    }

    /// The revision is read first: all that made it or came before it is seen after it.
    private Optional<Seen> look(Reading reading, long known) {
        long revision = reading.revision();
        if (revision == known) {
            return Optional.empty();
        }
        List<Stored.Entry> entries = reading.entriesAfter(Math.min(known, revision));
        Map<Long, Stored.Release> holding = reading.holding(entries);
        Map<String, JsonNode> schemas = reading.schemas();
        List<Shown> changed = new ArrayList<>();
        for (Stored.Entry entry : entries) {
            JsonNode schema = schemas.getOrDefault(entry.key().config(), JsonNodeFactory.instance.objectNode());
            changed.add(shown(entry, Optional.ofNullable(holding.get(entry.id())), schema));
        }
        return Optional.of(new Seen(revision, changed, reading.tokens()));
    }

    private Shown shown(Stored.Entry entry, Optional<Stored.Release> release, JsonNode schema) {
        EntryKey key = entry.key();
        return new Shown(
                key,
                entry.changed(),
                release.flatMap(held -> held.value().map(value -> content(key, held.revision(), value, schema))),
                entry.gray().map(gray -> content(key, gray.revision(), gray.value(), schema)),
                Set.copyOf(entry.gray().map(Stored.Gray::labels).orElse(List.of())),
                Set.copyOf(entry.gray().map(Stored.Gray::instances).orElse(List.of())));
    }

    private Content content(EntryKey key, long revision, Concealed value, JsonNode schema) {
        ObjectNode open = source.vault.reveal(key, value);
        return Content.of(revision, open, Vault.mask(value.shown(), schema));
    }

    private void tell() {
        lock.lock();
        try {
            applied.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Refreshes now, and waits until readers see a revision; for a bounded time, since it is kept anyway.
    void await(long revision, Duration limit) {
        pacer.nudge();
        long left = limit.toNanos();
        lock.lock();
        try {
            while (catalog.revision() < revision && left > 0 && !closed) {
                left = applied.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /// The same for a revision that this node did not make, which the store may never have had.
    boolean reach(long revision, Duration limit) {
        if (catalog.revision() >= revision || source.store.read(Reading::revision) < revision) {
            return true;
        }
        await(revision, limit);
        return catalog.revision() >= revision;
    }

    void close() {
        closed = true;
        pacer.nudge();
        tell();
        try {
            boolean _ = thread.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
