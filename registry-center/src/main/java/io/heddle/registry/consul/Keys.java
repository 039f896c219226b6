package io.heddle.registry.consul;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.kit.watch.WatchSettings;
import io.heddle.kit.watch.Watched;
import io.heddle.kit.watch.Watchers;
import io.heddle.registry.consul.kv.KeyStore;
import io.heddle.registry.consul.kv.KeyValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Keys and values over HTTP.
final class Keys implements Routes, AutoCloseable {
    /// How long this node waits for what another one has told of already.
    private static final Duration NEWS = Duration.ofSeconds(1);

    private final KeyStore store;
    private final String datacenter;
    private final Watchers<Subject, Indexes.Seen> watchers;

    /// What a query is about: one key, or all that begin so.
    private record Subject(String key, boolean prefix) {}

    /// The keys as something that is watched.
    private record Source(KeyStore store) implements Watched<Subject, Indexes.Seen> {
        @Override
        public long revision() {
            return store.revision();
        }

        @Override
        public Indexes.Seen changes(Subject subject, long since, long until) {
            boolean moved = store.index(subject.key, subject.prefix) > since;
            return new Indexes.Seen(Math.max(since, until), moved);
        }

        @Override
        public Indexes.Seen none(long revision) {
            return new Indexes.Seen(revision, false);
        }

        @Override
        public long revision(Indexes.Seen seen) {
            return seen.revision();
        }

        @Override
        public boolean empty(Indexes.Seen seen) {
            return !seen.moved();
        }

        @Override
        public boolean about(Subject subject, Set<String> changed) {
            return subject.prefix
                    ? changed.stream().anyMatch(key -> key.startsWith(subject.key))
                    : changed.contains(subject.key);
        }
    }

    Keys(ConsulSettings settings, KeyStore store, RandomGenerator random) {
        this.store = store;
        this.datacenter = settings.datacenter();
        this.watchers = new Watchers<>(
                new WatchSettings(settings.waiters(), 1, Query.LONGEST, Duration.ofSeconds(15), Duration.ofMillis(5)),
                new Source(store),
                random);
    }

    void open() {
        store.listen(watchers::hear);
        watchers.open();
    }

    @Override
    public void addTo(Router router) {
        add(router, "GET", "/v1/kv", query -> read(query, ""));
        add(router, "GET", "/v1/kv/{key:+}", query -> read(query, query.path("key")));
        add(router, "PUT", "/v1/kv/{key:+}", query -> write(query, query.path("key")));
        add(router, "DELETE", "/v1/kv", query -> delete(query, ""));
        add(router, "DELETE", "/v1/kv/{key:+}", query -> delete(query, query.path("key")));
    }

    private void add(Router router, String method, String path, Query.Answerer answerer) {
        String name = "ConsulFacade.kv." + method + (path.endsWith("kv") ? ".all" : "");
        router.add(method, path, name, Query.handler(datacenter, answerer));
    }

    private void read(Query query, String key) {
        boolean names = query.text("keys").isPresent();
        boolean prefix = names || query.flag("recurse");
        require(prefix, key);
        Subject subject = new Subject(key, prefix);
        long since = query.index();
        store.reach(since, NEWS);
        if (since > 0 && since <= store.revision()) {
            watchers.await("index", subject, since, query.wanted());
        }
        query.at(store.index(key, prefix));
        Collection<KeyValue> found =
                prefix ? store.under(key) : store.get(key).map(List::of).orElse(List.of());
        if (found.isEmpty()) {
            query.empty(404);
        } else if (names) {
            query.json(names(found, key, query.text("separator").orElse("")));
        } else if (query.flag("raw") && !prefix) {
            KeyValue only = found.iterator().next();
            query.exchange().raw(200, "application/octet-stream", only.value());
        } else {
            query.json(found.stream().map(Keys::shown).toList());
        }
    }

    private static void require(boolean prefix, String key) {
        if (!prefix && key.isEmpty()) {
            throw ServiceException.invalid("key", "must be given: Missing key name");
        }
    }

    /// Names up to the first separator behind the prefix.
    private static List<String> names(Collection<KeyValue> found, String prefix, String separator) {
        Set<String> names = new TreeSet<>();
        for (KeyValue value : found) {
            int cut = separator.isEmpty() ? -1 : value.key().indexOf(separator, prefix.length());
            names.add(cut < 0 ? value.key() : value.key().substring(0, cut + separator.length()));
        }
        return new ArrayList<>(names);
    }

    private static Map<String, @Nullable Object> shown(KeyValue value) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("LockIndex", 0);
        shown.put("Key", value.key());
        shown.put("Flags", value.flags());
        shown.put("Value", value.value().length == 0 ? null : value.value());
        shown.put("CreateIndex", value.createIndex());
        shown.put("ModifyIndex", value.modifyIndex());
        return shown;
    }

    private void write(Query query, String key) {
        require(false, key);
        for (String lock : List.of("acquire", "release")) {
            if (query.text(lock).isPresent()) {
                throw ServiceException.invalid(lock, "must not be given: there are no sessions here");
            }
        }
        Optional<Long> expected = query.number("cas");
        long flags = query.number("flags").orElse(0L);
        query.json(store.put(key, query.exchange().bytes(), flags, expected));
    }

    private void delete(Query query, String key) {
        if (query.flag("recurse")) {
            store.deleteUnder(key);
            query.json(true);
            return;
        }
        require(false, key);
        query.json(store.delete(key, query.number("cas")));
    }

    @Override
    public void close() {
        watchers.close();
        store.close();
    }
}
