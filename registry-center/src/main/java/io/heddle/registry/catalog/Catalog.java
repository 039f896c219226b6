package io.heddle.registry.catalog;

import io.heddle.contract.ServiceName;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.reply.Prepared.Ready;
import io.heddle.kit.json.Json;
import io.heddle.kit.registry.Changes;
import io.heddle.kit.registry.Instance;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All instances, and what changed since when. Any thread may call; reads never wait for writes.
public final class Catalog {
    /// Stands for all services where names are asked for.
    public static final Set<String> ALL = Set.of("*");

    private final ConcurrentHashMap<String, ServiceEntries> services = new ConcurrentHashMap<>();
    private final ForeignNames foreign = new ForeignNames();
    private final AtomicInteger size = new AtomicInteger();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Json json;
    private final CatalogSettings settings;
    private final ChangeRing ring;
    private final Versioned<Ready<Map<String, List<Instance>>>> all;
    private final long stride;
    private volatile long revision;

    /// Makes an empty catalog.
    ///
    /// @param firstRevision above every revision that was ever given out
    public Catalog(CatalogSettings settings, Json json, long firstRevision) {
        this(settings, json, firstRevision, 1);
    }

    /// Makes an empty catalog of one node among others.
    ///
    /// @param stride from one revision to the next; what is left of a revision divided by it tells the nodes apart
    public Catalog(CatalogSettings settings, Json json, long firstRevision, long stride) {
        this.settings = settings;
        this.json = json;
        this.stride = stride;
        this.ring = new ChangeRing(settings.changes(), stride);
        this.all = new Versioned<>(settings.spacing(), seen -> Envelope.of(object(services.keySet()), seen));
        this.revision = firstRevision;
    }

    /// Has every later change told to the listener.
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /// Adds the instance or takes the place of the one with its identity.
    public synchronized void put(Entry entry) {
        ServiceEntries service = services.computeIfAbsent(entry.name(), name -> new ServiceEntries(json, settings));
        Entry before = service.entries().put(entry.service(), entry);
        if (before == null) {
            size.incrementAndGet();
        }
        foreign.put(before, entry);
        publish(service, new Step(revision + stride, Optional.ofNullable(before), entry, false));
    }

    /// Takes the instance out, if it is there.
    public synchronized void remove(Entry entry) {
        ServiceEntries service = services.get(entry.name());
        Entry before = service == null ? null : service.entries().remove(entry.service());
        if (service == null || before == null) {
            return;
        }
        foreign.forget(before);
        size.decrementAndGet();
        if (service.entries().isEmpty()) {
            services.remove(entry.name());
        }
        publish(service, new Step(revision + stride, Optional.of(before), entry, true));
    }

    /// Tells of an instance again: something changed that is known of it elsewhere.
    public synchronized void touch(String name, String address) {
        ServiceEntries service = services.get(name);
        Entry entry = service == null ? null : service.entries().get(address);
        if (service != null && entry != null) {
            publish(service, new Step(revision + stride, Optional.of(entry), entry, false));
        }
    }

    private void publish(ServiceEntries service, Step step) {
        ring.add(step);
        service.changed(step.revision());
        revision = step.revision();
        listeners.forEach(listener -> listener.changed(step.entry().name(), step.revision()));
    }

    /// The change that made a revision, if it is not forgotten.
    public Optional<Step> step(long of) {
        return ring.at(of);
    }

    /// The revision of the last change.
    public long revision() {
        return revision;
    }

    /// The revision that a revision of this catalog follows.
    public long before(long of) {
        return of - stride;
    }

    /// How many instances there are.
    public int size() {
        return size.get();
    }

    /// How many services have instances.
    public int serviceCount() {
        return services.size();
    }

    /// How many instances a service has.
    public int count(String name) {
        ServiceEntries service = services.get(name);
        return service == null ? 0 : service.entries().size();
    }

    /// The instances of a service, in no order; none when it is not there.
    public List<Entry> entries(String name) {
        ServiceEntries found = services.get(name);
        return found == null ? List.of() : List.copyOf(found.entries().values());
    }

    /// The revision of the last change of a service that has instances; 0 for another.
    public long revision(String name) {
        ServiceEntries found = services.get(name);
        return found == null ? 0 : found.revision();
    }

    /// The changes after one revision up to another, in order; empty when some of them are forgotten.
    public Optional<List<Step>> steps(long since, long until) {
        return ring.between(since, until);
    }

    /// Something that is made of the whole catalog when it is first asked for after a change, and kept until the next.
    ///
    /// @param maker makes it as of a revision or a later one
    public <T> Supplier<T> made(LongFunction<T> maker) {
        Versioned<T> made = new Versioned<>(settings.spacing(), maker);
        return () -> made.at(revision);
    }

    /// The instance with that identity.
    public Optional<Entry> find(String name, String service) {
        return Optional.ofNullable(services.get(name))
                .map(found -> found.entries().get(service));
    }

    /// The instance that clients of another protocol call so; the last that registered, should two be called the same.
    public Optional<Entry> find(Origin origin) {
        return foreign.find(origin);
    }

    /// All instances, in no order; one that comes or goes meanwhile may be among them or not.
    public Stream<Entry> entries() {
        return services.values().stream().flatMap(service -> service.entries().values().stream());
    }

    /// The names of the services that have instances.
    public Set<String> names() {
        return new TreeSet<>(services.keySet());
    }

    /// The instances of a service as a ready answer.
    ///
    /// @throws ServiceException 404 when it has none
    public Ready<List<Instance>> service(String name) {
        ServiceEntries found = services.get(name);
        if (found == null) {
            String shown = ServiceName.valid(name) ? name : "of that name";
            throw ServiceException.notFound("no service " + shown + " is registered");
        }
        return found.answer();
    }

    /// All services as a ready answer.
    public Ready<Map<String, List<Instance>>> services() {
        return all.at(revision);
    }

    /// The services that changed after a revision, whole, as a ready answer; all when the revision is too old, or of
    /// another node; none after the largest number there is.
    public Ready<Map<String, List<Instance>>> servicesSince(long since) {
        long now = revision;
        if (since == now || since == Long.MAX_VALUE) {
            return Envelope.of(object(Set.of()), now);
        }
        Optional<List<Step>> steps = ring.between(since, now);
        if (steps.isEmpty()) {
            return services();
        }
        Stream<String> changed = steps.get().stream().map(step -> step.entry().name());
        return Envelope.of(object(changed.collect(Collectors.toSet())), now);
    }

    /// What happened to the named services after a revision; the present state when it is too old or not of here.
    public Changes changes(Set<String> names, long since) {
        return changes(names, since, revision);
    }

    /// What happened to the named services after one revision and up to another that is past.
    public Changes changes(Set<String> names, long since, long now) {
        if (since == now) {
            return Changes.none(now);
        }
        return ring.between(since, now)
                .map(known -> Delta.of(names, known, now))
                .orElseGet(() -> present(names, now));
    }

    private Changes present(Set<String> names, long now) {
        Map<String, List<Instance>> state = new TreeMap<>();
        for (String name : names.equals(ALL) ? names() : names) {
            ServiceEntries found = services.get(name);
            state.put(name, found == null ? List.of() : found.instances());
        }
        return new Changes(now, true, state, Map.of());
    }

    private byte[] object(Collection<String> names) {
        SequencedMap<String, byte[]> arrays = new TreeMap<>();
        for (String name : names) {
            ServiceEntries found = services.get(name);
            arrays.put(name, found == null ? new byte[] {'[', ']'} : found.array());
        }
        return Envelope.object(arrays);
    }
}
