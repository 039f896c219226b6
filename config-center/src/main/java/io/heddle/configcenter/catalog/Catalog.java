package io.heddle.configcenter.catalog;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.secret.Vault;
import io.heddle.configcenter.store.ReleaseStore;
import io.heddle.configcenter.store.Stored.Token;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;

/// What is published. Readers never wait and never touch the database: they look at one immutable state, which is
/// swapped when something changed.
public final class Catalog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Refresher refresher;
    private volatile State state = new State(0, Map.of(), Map.of());

    private record State(long revision, Map<String, SortedMap<String, Shown>> services, Map<String, Token> tokens) {}

    private Catalog(ReleaseStore store, Vault vault, Duration poll, ObjLongConsumer<Set<String>> listener) {
        this.refresher = new Refresher(new Refresher.Source(store, vault, poll), this, listener);
    }

    /// Reads the store, and follows it until it is closed.
    ///
    /// @param poll how often it looks for what other nodes changed
    /// @param listener told once of each revision, with the entries that changed by their config and service, after
    /// readers can see it
    public static Catalog open(ReleaseStore store, Vault vault, Duration poll, ObjLongConsumer<Set<String>> listener) {
        Catalog catalog = new Catalog(store, vault, poll, listener);
        catalog.refresher.start();
        return catalog;
    }

    /// Waits until readers see a revision that this node has just made; for a bounded time, since it is kept
    /// anyway.
    public void await(long revision) {
        refresher.await(revision, PATIENCE);
    }

    /// Whether the last look at the store succeeded, and every secret in it could be opened.
    public boolean upToDate() {
        return refresher.upToDate();
    }

    /// Waits until readers see a revision that another node may have told of; for a bounded time.
    ///
    /// @return false when they still do not, though the store has it; true when they do, or it is of another store
    public boolean reach(long revision) {
        return refresher.reach(revision, PATIENCE);
    }

    /// The revision of the last change.
    public long revision() {
        return state.revision;
    }

    /// What an instance gets of a config: that of its label when there is one, else that of all.
    public Optional<Content> find(EntryKey key, String instance) {
        SortedMap<String, Shown> entries = state.services.get(key.service());
        return entries == null ? Optional.empty() : content(entries, key, instance);
    }

    private static Optional<Content> content(SortedMap<String, Shown> entries, EntryKey key, String instance) {
        if (!key.label().isEmpty()) {
            Optional<Content> own = shown(entries, key).flatMap(shown -> shown.content(key.label(), instance));
            if (own.isPresent()) {
                return own;
            }
        }
        EntryKey all = new EntryKey(key.config(), key.service(), "");
        return shown(entries, all).flatMap(shown -> shown.content(key.label(), instance));
    }

    private static Optional<Shown> shown(SortedMap<String, Shown> entries, EntryKey key) {
        return Optional.ofNullable(entries.get(key.toString()));
    }

    /// All entries of a service, with those that were deleted.
    public Collection<Shown> entries(String service) {
        SortedMap<String, Shown> entries = state.services.get(service);
        return entries == null ? List.of() : entries.values();
    }

    /// The names of the configs that a service has or had.
    public Stream<String> configs(String service) {
        return entries(service).stream().map(shown -> shown.key().config()).distinct();
    }

    /// All entries, with those that were deleted.
    public Stream<Shown> entries() {
        return state.services.values().stream().flatMap(entries -> entries.values().stream());
    }

    /// The token with that SHA-256.
    public Optional<Token> token(String hash) {
        return Optional.ofNullable(state.tokens.get(hash));
    }

    /// Takes over what changed; called by one thread.
    void apply(long revision, List<Shown> changed, List<Token> tokens) {
        Map<String, SortedMap<String, Shown>> services = new HashMap<>(state.services);
        for (Shown shown : changed) {
            SortedMap<String, Shown> entries =
                    new TreeMap<>(services.getOrDefault(shown.key().service(), new TreeMap<>()));
            entries.put(shown.key().toString(), shown);
            services.put(shown.key().service(), entries);
        }
        Map<String, Token> byHash = new HashMap<>();
        tokens.forEach(token -> byHash.put(token.hash(), token));
        state = new State(revision, Map.copyOf(services), Map.copyOf(byHash));
    }

    @Override
    public void close() {
        refresher.close();
    }
}
