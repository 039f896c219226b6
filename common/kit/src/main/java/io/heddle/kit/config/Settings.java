package io.heddle.kit.config;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import io.helidon.config.spi.ConfigSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The settings of a process. Any thread may use them.
///
/// Later sources are stronger: the resource, the file, the environment, system properties, what is pushed.
public final class Settings {
    private final Map<String, Class<? extends Record>> sections;
    private final Keys keys;
    private final PushedSource pushed;
    private final Map<String, JsonNode> accepted = new HashMap<>();
    private final ConcurrentHashMap<String, LiveSection<?>> lives = new ConcurrentHashMap<>();
    private volatile Config root;

    private Settings(Map<String, Class<? extends Record>> sections, Keys keys, PushedSource pushed, Config root) {
        this.sections = Map.copyOf(sections);
        this.keys = keys;
        this.pushed = pushed;
        this.root = root;
    }

    /// Loads and checks all sources.
    ///
    /// @param sections the record of each top-level section, by its name in snake_case
    /// @throws SettingsException when a file cannot be read or a key is not known
    public static Settings load(Sources sources, Map<String, Class<? extends Record>> sections) {
        Keys keys = Keys.of(sections);
        PushedSource pushed = new PushedSource();
        try {
            Config config = Config.builder()
                    .sources(ordered(sources, keys, pushed))
                    .changesExecutor(Runnable::run)
                    .disableEnvironmentVariablesSource()
                    .disableSystemPropertiesSource()
                    .disableValueResolving()
                    .build();
            refuseUnknown(config.asMap().orElse(Map.of()).keySet().stream().sorted(), keys);
            return new Settings(sections, keys, pushed, config);
        } catch (io.helidon.config.ConfigException e) {
            throw new SettingsException("the settings cannot be read: " + e.getMessage(), e);
        }
    }

    /// The strongest first, as Helidon wants them.
    private static List<Supplier<? extends ConfigSource>> ordered(Sources sources, Keys keys, PushedSource pushed) {
        List<Supplier<? extends ConfigSource>> ordered = new ArrayList<>();
        ordered.add(pushed);
        ordered.add(ConfigSources.create(properties(sources)).name("system properties"));
        ordered.add(ConfigSources.create(environment(sources, keys)).name("environment"));
        sources.file().ifPresent(file -> ordered.add(ConfigSources.file(file)));
        ordered.add(ConfigSources.classpath(sources.resource()).optional());
        return ordered;
    }

    private static Map<String, String> properties(Sources sources) {
        Map<String, String> settings = new HashMap<>();
        sources.properties().forEach((name, value) -> {
            if (name.startsWith(Sources.PROPERTY_PREFIX)) {
                put(settings, name.substring(Sources.PROPERTY_PREFIX.length()), value);
            }
        });
        return settings;
    }

    private static Map<String, String> environment(Sources sources, Keys keys) {
        Map<String, String> settings = new HashMap<>();
        sources.environment().forEach((name, value) -> {
            if (name.startsWith(Sources.ENVIRONMENT_PREFIX)) {
                put(settings, keys.ofVariable(name), value);
            }
        });
        return settings;
    }

    private static void put(Map<String, String> settings, String key, String value) {
        if (!Sources.RESERVED.contains(key)) {
            settings.put(key, value);
        }
    }

    /// The keys of what is no object and no list.
    private static Stream<String> leaves(String key, JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .flatMap(property ->
                            leaves(key + '.' + Config.Key.escapeName(property.getKey()), property.getValue()));
        }
        if (value.isArray()) {
            return IntStream.range(0, value.size()).boxed().flatMap(i -> leaves(key + '.' + i, value.get(i)));
        }
        return Stream.of(key);
    }

    private static void refuseUnknown(Stream<String> used, Keys keys) {
        used.filter(key -> !keys.knows(key)).findFirst().ifPresent(key -> {
            throw new SettingsException("unknown setting " + key + "; the nearest known one is " + keys.nearest(key));
        });
    }

    /// A section as its record, with the defaults of its {@link io.heddle.contract.bind.Default} annotations.
    ///
    /// @throws SettingsException when a value is missing, not of its type or out of its bounds
    public <R extends Record> R get(String section, Class<R> type) {
        return new RecordBinder(section).bind(root.get(section), type);
    }

    /// A section that follows what is pushed.
    ///
    /// @throws SettingsException as {@link #get}
    @SuppressWarnings("unchecked") // The record of a section is always the same.
    public synchronized <R extends Record> Live<R> live(String section, Class<R> type) {
        LiveSection<?> live =
                lives.computeIfAbsent(section, name -> new LiveSection<>(name, type, get(name, type), this));
        if (live.type() != type) {
            throw new IllegalArgumentException(section + " is a " + live.type().getName());
        }
        return (Live<R>) live;
    }

    /// Lays other sections over all sources, in place of those that were pushed before. Each is taken whole or
    /// not at all: where a key is unknown, or a value cannot be used or done without, what was pushed last for that
    /// section stays.
    ///
    /// @param next JSON objects by the name of their section; names that are none are left out
    /// @return why sections were refused, by their names
    public synchronized Map<String, String> push(Map<String, ? extends JsonNode> next) {
        Map<String, String> refused = new TreeMap<>();
        sections.forEach((name, type) -> {
            Optional<JsonNode> value = Optional.ofNullable(next.get(name));
            if (!value.equals(pushed(name))) {
                tried(name, type, value).ifPresent(reason -> refused.put(name, reason));
            }
        });
        pushed.push(accepted);
        root = root.context().last();
        lives.values().forEach(this::renew);
        return refused;
    }

    /// What is accepted of what was pushed for a section.
    public synchronized Optional<JsonNode> pushed(String section) {
        return Optional.ofNullable(accepted.get(section));
    }

    /// Accepts a section, or that it is gone, if that can be used; else says why not.
    private Optional<String> tried(String name, Class<? extends Record> type, Optional<JsonNode> value) {
        Map<String, JsonNode> candidate = new HashMap<>(accepted);
        put(candidate, name, value);
        try {
            pushed.push(candidate);
            Config tree = root.context().last();
            refuseUnknown(value.stream().flatMap(given -> leaves(name, given)).sorted(), keys);
            new RecordBinder(name).bind(tree.get(name), type);
        } catch (SettingsException | io.helidon.config.ConfigException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        put(accepted, name, value);
        return Optional.empty();
    }

    private static void put(Map<String, JsonNode> sections, String name, Optional<JsonNode> value) {
        value.ifPresentOrElse(given -> sections.put(name, given), () -> sections.remove(name));
    }

    private <R extends Record> void renew(LiveSection<R> live) {
        live.become(get(live.name(), live.type()));
    }
}
