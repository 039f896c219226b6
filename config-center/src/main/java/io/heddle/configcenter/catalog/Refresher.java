package io.heddle.configcenter.catalog;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.secret.Concealed;
import io.heddle.configcenter.secret.UnreadableException;
import io.heddle.configcenter.secret.Vault;
import io.heddle.configcenter.store.Reading;
import io.heddle.configcenter.store.ReleaseStore;
import io.heddle.configcenter.store.Stored;
import io.heddle.contract.error.ServiceException;
import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Brings the catalog up to what the store has: at once when this node changed something, and now and then for what
/// other nodes changed.
final class Refresher {
    private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);

    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Source source;
    private final Catalog catalog;
    private final ObjLongConsumer<Set<String>> listener;
    private final Loop loop;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition applied = lock.newCondition();
    private volatile boolean closing;
    private volatile boolean failing;
    private volatile long unread = Long.MAX_VALUE;

    private record Seen(long revision, List<Shown> changed, List<Stored.Token> tokens) {
        /// The first change that cannot be read; all from there on is looked at again until it can.
        long unread() {
            return changed.stream()
                    .filter(shown -> !shown.readable())
                    .mapToLong(Shown::changed)
                    .min()
                    .orElse(Long.MAX_VALUE);
        }
    }

    /// Where the state comes from.
    ///
    /// @param poll how often it is looked at
    record Source(ReleaseStore store, Vault vault, Duration poll) {}

    Refresher(Source source, Catalog catalog, ObjLongConsumer<Set<String>> listener) {
        this.source = source;
        this.catalog = catalog;
        this.listener = listener;
        this.loop = Loop.of("config-refresh", source.poll, source.poll, this::once);
    }

    void start() {
        refresh();
        source.store.onChange(loop::nudge);
        loop.start();
    }

    private Next once() {
        boolean done = false;
        try {
            refresh();
            done = true;
            return Next.REST;
        } catch (ServiceException e) {
            LOG.atWarn()
                    .addKeyValue("reason", e.sentence())
                    .log("the store cannot be read; readers have what they had");
            return Next.BACK_OFF;
        } finally {
            failing = !done;
        }
    }

    private void refresh() {
        long known = catalog.revision();
        Optional<Seen> seen = source.store.read(reading -> look(reading, Math.min(known, unread - 1)));
        if (seen.isPresent()) {
            catalog.apply(seen.get().revision, seen.get().changed, seen.get().tokens);
            unread = seen.get().unread();
            hear(seen.get(), known);
            tell();
        }
    }

    boolean upToDate() {
        return !failing && unread == Long.MAX_VALUE;
    }

    /// All at once, so that nobody is told of a revision before all that made it was heard.
    private void hear(Seen seen, long known) {
        Set<String> names = seen.changed.stream()
                .filter(shown -> shown.changed() > known)
                .map(shown -> shown.key().watched())
                .collect(Collectors.toUnmodifiableSet());
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
        ObjectNode masked = Vault.mask(value.shown(), schema);
        try {
            return Content.of(revision, source.vault.reveal(key, value), masked);
        } catch (UnreadableException e) {
            if (revision > catalog.revision()) {
                LOG.atError()
                        .addKeyValue("entry", key)
                        .addKeyValue("reason", e.why())
                        .log("a secret cannot be opened at this node; all else goes on");
            }
            return Content.unreadable(revision, e, masked);
        }
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
        loop.nudge();
        long left = limit.toNanos();
        lock.lock();
        try {
            while (catalog.revision() < revision && left > 0 && !closing) {
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
        if (catalog.revision() >= revision || source.store.latest() < revision) {
            return true;
        }
        await(revision, limit);
        return catalog.revision() >= revision;
    }

    void close() {
        closing = true;
        tell();
        loop.close(FAREWELL);
    }
}
