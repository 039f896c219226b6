package io.heddle.registry.console;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Page;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.RegistryApi.LeaseChange;
import io.heddle.kit.watch.Watchers;
import io.heddle.registry.audit.Audit.Act;
import io.heddle.registry.audit.Write;
import io.heddle.registry.console.RegistryConsole.Rooms;
import io.heddle.registry.console.View.InstanceDetail;
import io.heddle.registry.console.View.InstanceLine;
import io.heddle.registry.console.View.News;
import io.heddle.registry.console.View.Overview;
import io.heddle.registry.console.View.ServiceLine;
import io.heddle.registry.entry.Entry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Answers the console from the rooms.
final class ConsoleHandler implements ConsoleApi {
    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::name).thenComparing(Entry::service);

    private static final int INSTANCES = 100;

    private final Rooms rooms;
    private final InstantSource time;
    private final Watchers<EventLog.Subject, News> watchers;

    /// Counts the instances of one service, or of all.
    private static final class Tally {
        private final Map<InstanceStatus, Integer> statuses = new EnumMap<>(InstanceStatus.class);
        private int instances;
        private int held;

        void add(Entry entry) {
            instances++;
            held += entry.held() ? 1 : 0;
            statuses.merge(entry.status(), 1, Integer::sum);
        }
    }

    ConsoleHandler(Rooms rooms, InstantSource time, Watchers<EventLog.Subject, News> watchers) {
        this.rooms = rooms;
        this.time = time;
        this.watchers = watchers;
    }

    @Override
    public Overview state() {
        Tally all = new Tally();
        rooms.catalog().entries().forEach(all::add);
        return new Overview(
                rooms.catalog().revision(),
                rooms.catalog().serviceCount(),
                all.instances,
                rooms.watchers().getAsInt(),
                all.statuses,
                all.held,
                rooms.cluster().state());
    }

    @Override
    public Page<ServiceLine> services(String q, int page, int limit) {
        Search search = Search.of(q);
        Map<String, Tally> tallies = new TreeMap<>();
        rooms.catalog()
                .entries()
                .filter(entry -> search.in(entry.name()))
                .forEach(entry ->
                        tallies.computeIfAbsent(entry.name(), _ -> new Tally()).add(entry));
        List<ServiceLine> lines = tallies.entrySet().stream()
                .map(service -> line(service.getKey(), service.getValue()))
                .toList();
        return Search.page(lines, page, limit);
    }

    private static ServiceLine line(String name, Tally tally) {
        return new ServiceLine(name, tally.instances, tally.statuses, tally.held);
    }

    @Override
    public Page<InstanceLine> instances(String q, Optional<String> name, Optional<InstanceStatus> status, int page) {
        Search search = Search.of(q);
        List<Entry> found = rooms.catalog()
                .entries()
                .filter(entry -> name.isEmpty() || entry.name().equals(name.get()))
                .filter(entry -> status.isEmpty() || entry.status() == status.get())
                .filter(search)
                .sorted(ORDER)
                .toList();
        Page<Entry> some = Search.page(found, page, INSTANCES);
        return new Page<>(some.items().stream().map(this::line).toList(), some.total(), page, INSTANCES);
    }

    private InstanceLine line(Entry entry) {
        return new InstanceLine(
                entry.name(),
                entry.service(),
                entry.status(),
                entry.held(),
                entry.weight(),
                entry.details().zone(),
                entry.details().version(),
                Math.max(0, time.millis() - entry.beat().lastMillis()),
                entry.origin().facade(),
                rooms.cluster().owner(entry));
    }

    @Override
    public InstanceDetail instance(String name, String service) {
        return detail(known(name, service));
    }

    private Entry known(String name, String service) {
        return rooms.catalog()
                .find(name, service)
                .orElseThrow(() -> ServiceException.notFound("there is no such instance; it may have left"));
    }

    private InstanceDetail detail(Entry entry) {
        return new InstanceDetail(
                line(entry),
                Instant.ofEpochMilli(entry.registeredMillis()),
                entry.details().ttl().toMillis(),
                entry.origin().id(),
                entry.details().metadata(),
                entry.details().methods());
    }

    @Override
    public InstanceDetail change(Change change) {
        if (change.status().isEmpty() && change.weight().isEmpty()) {
            throw ServiceException.invalid("status", "must be given, or weight");
        }
        Act act = new Act("change", change.name(), change.service(), wanted(change));
        rooms.audit()
                .byHand(
                        act,
                        () -> rooms.leases()
                                .change(
                                        rooms.leases().token(known(change.name(), change.service())),
                                        new LeaseChange(change.status(), change.weight())));
        return instance(change.name(), change.service());
    }

    private static String wanted(Change change) {
        return List.of(
                        change.status().map(status -> "to " + status),
                        change.weight().map(weight -> "weight to " + weight))
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    @Override
    public void deregister(Identity instance) {
        rooms.audit()
                .byHand(
                        new Act("deregister", instance.name(), instance.service(), ""),
                        () -> rooms.leases()
                                .deregister(rooms.leases().token(known(instance.name(), instance.service()))));
    }

    @Override
    public Events<News> events(long since, Optional<Long> lastEventId) {
        return watchers.stream("events", EventLog.Subject.REGISTRY, lastEventId.orElse(since), () -> {});
    }

    @Override
    public List<Write> audit() {
        return rooms.audit().latest();
    }
}
