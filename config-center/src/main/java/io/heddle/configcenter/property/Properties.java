package io.heddle.configcenter.property;

import io.heddle.configcenter.access.Visitor;
import io.heddle.configcenter.catalog.Catalog;
import io.heddle.configcenter.catalog.Content;
import io.heddle.configcenter.catalog.Shown;
import io.heddle.configcenter.entry.EntryKey;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The configs of services as flat properties. The config `database` with `{"pool":{"size":5}}` is the property
/// `database.pool.size`; what is in the config `application` has no prefix. Any thread may call.
public final class Properties {
    /// The config whose values have no prefix, and the service whose configs are for all.
    public static final String SHARED = "application";

    private final Catalog catalog;

    /// The properties of a catalog.
    public Properties(Catalog catalog) {
        this.catalog = catalog;
    }

    /// The properties of a service; with a label only those of the configs that its instances get another value of.
    ///
    /// @param separator between the names of objects within each other: `.` or `/`
    /// @param each told the name and the value, a text, number or boolean
    public void each(String service, String label, char separator, BiConsumer<String, JsonNode> each) {
        values(service, label).forEach(value -> flatten(value, separator, each));
    }

    private record Named(String config, ObjectNode value) {}

    private Stream<Named> values(String service, String label) {
        boolean reveal = Visitor.current().reveals(service);
        return catalog.configs(service)
                .sorted()
                .flatMap(config ->
                        content(config, service, label)
                                .map(content -> new Named(config, content.value(reveal)))
                                .stream());
    }

    private Optional<Content> content(String config, String service, String label) {
        Optional<Content> all = catalog.find(new EntryKey(config, service, ""), "");
        if (label.isEmpty()) {
            return all;
        }
        long revision = all.map(Content::revision).orElse(0L);
        return catalog.find(new EntryKey(config, service, label), "").filter(own -> own.revision() != revision);
    }

    private static void flatten(Named named, char separator, BiConsumer<String, JsonNode> each) {
        String prefix = named.config().equals(SHARED) ? "" : named.config() + separator;
        named.value()
                .properties()
                .forEach(field -> flatten(prefix + field.getKey(), field.getValue(), separator, each));
    }

    private static void flatten(String name, JsonNode value, char separator, BiConsumer<String, JsonNode> each) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties()
                    .forEach(field -> flatten(name + separator + field.getKey(), field.getValue(), separator, each));
        } else if (value.isArray() && !value.isEmpty()) {
            for (int at = 0; at < value.size(); at++) {
                flatten(name + '[' + at + ']', value.get(at), separator, each);
            }
        } else {
            each.accept(name, value);
        }
    }

    /// The labels that something of a service is for.
    public SortedSet<String> labels(String service) {
        SortedSet<String> labels = new TreeSet<>();
        for (Shown shown : entries(service)) {
            labels.add(shown.key().label());
            labels.addAll(shown.labels());
        }
        labels.remove("");
        return labels;
    }

    /// The revision of the last change of a service's configs, 1 when it never had any.
    public long revision(String service) {
        return entries(service).stream().mapToLong(Shown::changed).max().orElse(1);
    }

    private Collection<Shown> entries(String service) {
        return catalog.entries(service);
    }

    /// Whether they who ask may read what is of a service.
    public static boolean readable(String service) {
        return Visitor.current().reads().stream().allMatch(own -> own.contains(service));
    }
}
