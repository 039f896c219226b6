package io.heddle.kit.config;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import io.helidon.config.spi.ConfigSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The settings of a process. Immutable.
///
/// Later sources are stronger: the resource, the file, the environment, system properties.
public final class Settings {
    private final Config root;

    private Settings(Config root) {
        this.root = root;
    }

    /// Loads and checks all sources.
    ///
    /// @param sections the record of each top-level section, by its name in snake_case
    /// @throws SettingsException when a file cannot be read or a key is not known
    public static Settings load(Sources sources, Map<String, Class<? extends Record>> sections) {
        Keys keys = Keys.of(sections);
        try {
            Config config = Config.builder()
                    .sources(ordered(sources, keys))
                    .disableEnvironmentVariablesSource()
                    .disableSystemPropertiesSource()
                    .disableValueResolving()
                    .build();
            refuseUnknown(config, keys);
            return new Settings(config);
        } catch (io.helidon.config.ConfigException e) {
            throw new SettingsException("the settings cannot be read: " + e.getMessage(), e);
        }
    }

    /// The strongest first, as Helidon wants them.
    private static List<Supplier<? extends ConfigSource>> ordered(Sources sources, Keys keys) {
        List<Supplier<? extends ConfigSource>> ordered = new ArrayList<>();
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

    private static void refuseUnknown(Config config, Keys keys) {
        config.asMap().orElse(Map.of()).keySet().stream()
                .sorted()
                .filter(key -> !keys.knows(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new SettingsException(
                            "unknown setting " + key + "; the nearest known one is " + keys.nearest(key));
                });
    }

    /// A section as its record, with the defaults of its {@link io.heddle.contract.bind.Default} annotations.
    ///
    /// @throws SettingsException when a value is missing, not of its type or out of its bounds
    public <R extends Record> R get(String section, Class<R> type) {
        return new RecordBinder(section).bind(root.get(section), type);
    }
}
