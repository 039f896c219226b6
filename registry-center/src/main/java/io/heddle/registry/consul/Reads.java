package io.heddle.registry.consul;

import io.heddle.contract.text.Scalar;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.kit.watch.WatchSettings;
import io.heddle.kit.watch.Watchers;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.check.Checks;
import io.heddle.registry.consul.Indexes.Kind;
import io.heddle.registry.consul.Indexes.Seen;
import io.heddle.registry.consul.Indexes.Subject;
import io.heddle.registry.entry.Entry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The catalog and the health of services, each query answered at once or when what it is about has changed.
final class Reads implements Routes, AutoCloseable {
    /// What is kept of a service: an endpoint, and whether only what passes is shown.
    private static final List<String> KINDS = List.of("catalogfalse", "healthfalse", "healthtrue", "checksfalse");

    private final ConcurrentHashMap<String, Tags> tags = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Made> answers = new ConcurrentHashMap<>();
    private final Catalog catalog;
    private final Checks checks;
    private final String datacenter;
    private final Supplier<Listing> listing;
    private final Supplier<byte[]> nodes;
    private final Indexes indexes;
    private final Watchers<Subject, Seen> watchers;
    private volatile Listing listed = new Listing(0, new byte[0]);

    /// The tags of a service as they were at a revision.
    private record Tags(long revision, Set<String> tags) {}

    /// Which services there are, and since when.
    private record Listing(long index, byte[] json) {}

    /// An answer and what it was made of.
    private record Made(long index, byte[] json) {}

    Reads(ConsulSettings settings, Catalog catalog, Checks checks, RandomGenerator random) {
        this.catalog = catalog;
        this.checks = checks;
        this.datacenter = settings.datacenter();
        this.listing = catalog.made(this::list);
        this.nodes = catalog.made(_ -> nodes());
        this.indexes = new Indexes(catalog, () -> listing.get().index());
        this.watchers = new Watchers<>(
                new WatchSettings(settings.waiters(), 1, Query.LONGEST, Duration.ofSeconds(15), Duration.ofMillis(5)),
                indexes,
                random);
    }

    void open() {
        catalog.listen(this::changed);
        watchers.open();
    }

    private void changed(String name, long revision) {
        indexes.changed(name, revision);
        if (catalog.revision(name) == 0) {
            KINDS.forEach(kind -> answers.remove(kind + ' ' + name));
        }
        watchers.hear(name, revision);
    }

    @Override
    public void addTo(Router router) {
        add(router, "/v1/catalog/services", this::services);
        add(router, "/v1/catalog/nodes", this::nodes);
        add(router, "/v1/catalog/datacenters", query -> query.json(List.of(datacenter)));
        add(router, "/v1/catalog/service/{name}", query -> about(query, "catalog", View::whole));
        add(router, "/v1/health/service/{name}", query -> about(query, "health", view -> view.health(view.checks())));
        add(router, "/v1/health/checks/{name}", query -> about(query, "checks", View::checks));
        add(router, "/v1/status/leader", query -> query.json("127.0.0.1:8300"));
        add(router, "/v1/status/peers", query -> query.json(List.of("127.0.0.1:8300")));
    }

    private void add(Router router, String path, Query.Answerer answerer) {
        String[] words = path.split("/");
        router.add("GET", path, "ConsulFacade." + words[2] + '.' + words[3], Query.handler(datacenter, answerer));
    }

    /// Waits, if the client wants to, until there is something that it has not seen.
    private Query current(Query query, Subject subject) {
        long since = query.index();
        if (since > 0 && since <= indexes.revision()) {
            watchers.await("index", subject, since, query.wanted());
        }
        return query.at(indexes.index(subject));
    }

    private void services(Query query) {
        current(query, new Subject("", Kind.NAMES)).ready(listing.get().json());
    }

    private Listing list(long revision) {
        Map<String, Set<String>> all = new TreeMap<>();
        catalog.names().forEach(name -> all.put(name, tags(name)));
        tags.keySet().removeIf(name -> !all.containsKey(name));
        byte[] json = Query.bytes(all);
        Listing before = listed;
        Listing now = Arrays.equals(before.json, json) ? before : new Listing(revision, json);
        listed = now;
        return now;
    }

    private Set<String> tags(String name) {
        long revision = catalog.revision(name);
        Tags known = tags.get(name);
        if (known != null && known.revision == revision) {
            return known.tags;
        }
        Set<String> found = new TreeSet<>();
        for (Entry entry : catalog.entries(name)) {
            if (entry.origin().of(Document.FACADE)) {
                found.addAll(Document.of(entry).tags());
            }
        }
        tags.put(name, new Tags(revision, found));
        return found;
    }

    private void nodes(Query query) {
        current(query, new Subject("", Kind.ALL)).ready(nodes.get());
    }

    private byte[] nodes() {
        Map<String, Object> all = new TreeMap<>();
        catalog.entries()
                .forEach(entry ->
                        all.computeIfAbsent(entry.host(), _ -> one(entry).node()));
        return Query.bytes(List.copyOf(all.values()));
    }

    /// Answers about one service with bytes that are kept until it changes, unless only some tags are asked for.
    private void about(Query query, String kind, Function<View, Object> shown) {
        String name = query.path("name").toLowerCase(Locale.ROOT);
        List<String> wanted = query.exchange().query().list("tag", Scalar.STRING);
        boolean passing = query.flag("passing") && kind.equals("health");
        Subject subject = Subject.service(name);
        Query now = current(query, subject);
        long index = indexes.index(subject);
        if (!wanted.isEmpty() || query.text("node-meta").isPresent()) {
            boolean none = query.text("node-meta").isPresent();
            now.ready(
                    none
                            ? Query.bytes(List.of())
                            : write(
                                    name,
                                    index,
                                    shown,
                                    view -> fits(view, passing) && view.tags().containsAll(wanted)));
            return;
        }
        now.ready(kept(
                kind + passing + ' ' + name,
                name,
                index,
                () -> write(name, index, shown, view -> fits(view, passing))));
    }

    private static boolean fits(View view, boolean passing) {
        return !passing || view.passing();
    }

    /// All who were woken together ask for the same; the first of them makes it.
    private byte[] kept(String key, String name, long index, Supplier<byte[]> maker) {
        Made known = answers.get(key);
        if (known != null && known.index == index) {
            return known.json;
        }
        if (catalog.revision(name) == 0) {
            return maker.get();
        }
        return answers.compute(
                        key, (_, last) -> last != null && last.index == index ? last : new Made(index, maker.get()))
                .json;
    }

    private byte[] write(String name, long index, Function<View, Object> shown, Function<View, Boolean> which) {
        return Query.bytes(views(name, index)
                .filter(which::apply)
                .map(shown)
                .flatMap(one -> one instanceof List<?> list ? list.stream() : Stream.of(one))
                .toList());
    }

    private Stream<View> views(String name, long index) {
        return catalog.entries(name).stream()
                .sorted(Comparator.comparing(Entry::service))
                .map(entry -> View.of(entry, index, datacenter, checks));
    }

    /// Everything, by what it is called; made anew when something has changed, and the same for all who ask.
    Supplier<byte[]> all(Function<View, Map<String, Object>> shown) {
        return catalog.made(_ -> {
            Map<String, Object> all = new LinkedHashMap<>();
            catalog.entries().forEach(entry -> all.putAll(shown.apply(one(entry))));
            return Query.bytes(all);
        });
    }

    View one(Entry entry) {
        return View.of(entry, indexes.index(Subject.service(entry.name())), datacenter, checks);
    }

    int waiting() {
        return watchers.count();
    }

    @Override
    public void close() {
        watchers.close();
    }
}
