package io.heddle.registry.prometheus;

import io.heddle.contract.text.Scalar;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.entry.Entry;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// `GET /prometheus/targets?service=&status=`: always 200 and the whole list, for a 304 counts as a failure there.
public final class PrometheusTargets implements Routes {
    private static final JsonType<List<Group>> GROUPS = new JsonType<>() {};
    private static final Scalar<InstanceStatus> STATUS = Scalar.ofEnum(InstanceStatus.class);
    private static final String JSON_TYPE = "application/json";
    private static final String USUAL_PATH = "/observe/metrics";
    private static final String META = "__meta_";

    private final Catalog catalog;
    private final Json json = Json.strict();
    private final Supplier<byte[]> all;

    /// One target and what is known of it.
    record Group(List<String> targets, Map<String, String> labels) {}

    /// Makes them of a catalog.
    public PrometheusTargets(Catalog catalog) {
        this.catalog = catalog;
        this.all = catalog.made(_ -> write(catalog.entries(), _ -> true));
    }

    @Override
    public void addTo(Router router) {
        router.add("GET", "/prometheus/targets", "PrometheusTargets.list", this::list);
    }

    private void list(Exchange exchange) {
        List<String> services = exchange.query().list("service", Scalar.STRING);
        Optional<InstanceStatus> status = exchange.query()
                .optional("status", Scalar.STRING)
                .filter(text -> !text.isEmpty())
                .flatMap(_ -> exchange.query().optional("status", STATUS));
        boolean whole = services.stream().allMatch(String::isEmpty) && status.isEmpty();
        exchange.raw(200, JSON_TYPE, whole ? all.get() : some(services, status));
    }

    private byte[] some(List<String> services, Optional<InstanceStatus> status) {
        Stream<Entry> entries = services.stream().allMatch(String::isEmpty)
                ? catalog.entries()
                : services.stream().distinct().flatMap(name -> catalog.entries(name).stream());
        return write(entries, entry -> status.isEmpty() || status.get() == entry.status());
    }

    private byte[] write(Stream<Entry> entries, Predicate<Entry> which) {
        List<Group> groups = entries.filter(which)
                .sorted(Comparator.comparing(Entry::name).thenComparing(Entry::service))
                .map(PrometheusTargets::group)
                .toList();
        return json.write(GROUPS, groups);
    }

    private static Group group(Entry entry) {
        String host = entry.host().contains(":") ? '[' + entry.host() + ']' : entry.host();
        return new Group(List.of(host + ':' + entry.port()), labels(entry));
    }

    private static Map<String, String> labels(Entry entry) {
        Map<String, String> labels = new TreeMap<>();
        Map<String, String> metadata = entry.details().metadata();
        metadata.forEach((name, value) -> labels.put(META + "metadata_" + sanitised(name), value));
        labels.put(META + "service", entry.name());
        labels.put(META + "instance", entry.service());
        labels.put(META + "zone", entry.details().zone());
        labels.put(META + "version", entry.details().version());
        labels.put(META + "status", entry.status().name());
        labels.put(META + "weight", Integer.toString(entry.weight()));
        labels.put("__metrics_path__", metadata.getOrDefault("metrics_path", USUAL_PATH));
        labels.put("__scheme__", URI.create(entry.service()).getScheme().toLowerCase(Locale.ROOT));
        return labels;
    }

    /// A label has letters, digits and underscores only.
    private static String sanitised(String name) {
        return name.replaceAll("[^a-zA-Z0-9_]", "_");
    }
}
