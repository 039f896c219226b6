package io.heddle.testkit.config;

import io.heddle.contract.ServiceName;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.log.SecretNames;
import io.heddle.kit.configcenter.ConfigEntry;
import io.heddle.kit.configcenter.ConfigState;
import io.heddle.kit.watch.Watched;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is published, by `{config}/{service}[@label]`, as something that is watched.
final class Shelf implements Watched<Shelf.Wish, ConfigState> {
    private static final String ALL = "*";

    private volatile State state = new State(0, Map.of());

    private record State(long revision, Map<String, Held> held) {}

    private record Held(long revision, Optional<ObjectNode> value) {}

    /// What one watcher wants.
    ///
    /// @param entries as they were asked for
    /// @param owns the service whose secrets they are told, empty for none
    record Wish(Set<String> entries, String owns) {}

    /// Puts a value in place of another, or of nothing.
    synchronized long put(String entry, Optional<ObjectNode> value) {
        Map<String, Held> next = new TreeMap<>(state.held);
        long revision = state.revision + 1;
        next.put(entry, new Held(revision, value));
        state = new State(revision, Map.copyOf(next));
        return revision;
    }

    /// What is there for a reader.
    Optional<ConfigEntry> find(String config, String service, String label, String owns) {
        State now = state;
        String all = config + '/' + service;
        return held(now, label.isEmpty() ? all : all + '@' + label)
                .or(() -> held(now, all))
                .map(held -> new ConfigEntry(config, service, held.revision, shown(held, service, owns)));
    }

    private static Optional<Held> held(State state, String entry) {
        return Optional.ofNullable(state.held.get(entry)).filter(held -> held.value.isPresent());
    }

    private static ObjectNode shown(Held held, String service, String owns) {
        ObjectNode value = held.value.orElseThrow().deepCopy();
        if (!service.equals(owns)) {
            mask(value);
        }
        return value;
    }

    private static void mask(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(name -> {
                if (SecretNames.matches(name)) {
                    object.put(name, SecretNames.MASK);
                } else {
                    mask(object.get(name));
                }
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(Shelf::mask);
        }
    }

    @Override
    public long revision() {
        return state.revision;
    }

    @Override
    public ConfigState changes(Wish wish, long since, long until) {
        State now = state;
        long changed = now.held.entrySet().stream()
                .filter(held -> about(wish, Set.of(watched(held.getKey()))))
                .mapToLong(held -> held.getValue().revision)
                .max()
                .orElse(0);
        if (since > 0 && since <= now.revision && changed <= since) {
            return ConfigState.unchanged(now.revision);
        }
        return new ConfigState(
                now.revision,
                true,
                wish.entries.stream()
                        .flatMap(entry -> entries(now, entry).stream().map(config -> entry(config, entry, wish)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<ConfigEntry> entry(String config, String wanted, Wish wish) {
        return find(config, service(wanted), label(wanted), wish.owns);
    }

    private static Set<String> entries(State state, String wanted) {
        String config = config(wanted);
        if (!config.equals(ALL)) {
            return Set.of(config);
        }
        Set<String> configs = new TreeSet<>();
        state.held.keySet().stream()
                .filter(entry -> service(entry).equals(service(wanted)))
                .forEach(entry -> configs.add(config(entry)));
        return configs;
    }

    private static String config(String entry) {
        return entry.substring(0, entry.indexOf('/'));
    }

    private static String service(String entry) {
        String target = entry.substring(entry.indexOf('/') + 1);
        return target.contains("@") ? target.substring(0, target.indexOf('@')) : target;
    }

    private static String label(String entry) {
        return entry.contains("@") ? entry.substring(entry.indexOf('@') + 1) : "";
    }

    /// An entry without its label.
    static String watched(String entry) {
        return config(entry) + '/' + service(entry);
    }

    /// Refuses what is no entry.
    static void check(String entry) {
        boolean good = entry.indexOf('/') > 0
                && (config(entry).equals(ALL) || ServiceName.valid(config(entry)))
                && ServiceName.valid(service(entry))
                && (!entry.contains("@") || ServiceName.valid(label(entry)));
        if (!good) {
            throw ServiceException.invalid("entries", "must be like log/blogger or */blogger");
        }
    }

    @Override
    public ConfigState none(long revision) {
        return ConfigState.unchanged(revision);
    }

    @Override
    public long revision(ConfigState told) {
        return told.revision();
    }

    @Override
    public boolean empty(ConfigState told) {
        return !told.changed();
    }

    @Override
    public boolean about(Wish wish, Set<String> changed) {
        return wish.entries.stream()
                .anyMatch(wanted -> changed.stream()
                        .anyMatch(entry -> service(entry).equals(service(wanted))
                                && (config(wanted).equals(ALL) || config(wanted).equals(config(entry)))));
    }
}
