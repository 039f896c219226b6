package io.heddle.kit.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where settings come from, the weakest first.
///
/// @param resource a YAML resource on the class path, may be absent
/// @param file a YAML file that must be there when it is named
/// @param environment variables; `HEDDLE_SERVER_PORT` sets `server.port`
/// @param properties system properties; `heddle.server.port` sets `server.port`
public record Sources(
        String resource, Optional<Path> file, Map<String, String> environment, Map<String, String> properties) {
    /// The prefix of environment variables that are settings.
    public static final String ENVIRONMENT_PREFIX = "HEDDLE_";

    /// The prefix of system properties that are settings.
    public static final String PROPERTY_PREFIX = "heddle.";

    /// What concerns the launcher and not a service.
    static final List<String> RESERVED = List.of("config", "home", "heap", "instance", "jdks", "no.build");

    /// Copies the maps in.
    public Sources {
        environment = Map.copyOf(environment);
        properties = Map.copyOf(properties);
    }

    /// `application.yaml` of the class path, the file named by `heddle.config` or `HEDDLE_CONFIG`, and this
    /// process's own environment and properties.
    public static Sources ofProcess() {
        Map<String, String> environment = System.getenv();
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
        Optional<Path> file = Optional.ofNullable(properties.get("heddle.config"))
                .or(() -> Optional.ofNullable(environment.get("HEDDLE_CONFIG")))
                .map(Path::of);
        return new Sources("application.yaml", file, environment, properties);
    }

    /// The same with another resource, for one of several services in a jar.
    public Sources resource(String name) {
        return new Sources(name, file, environment, properties);
    }

    /// Nothing but what a test sets, as `server.port` to text.
    public static Sources of(Map<String, String> settings) {
        Map<String, String> properties = settings.entrySet().stream()
                .collect(Collectors.toMap(entry -> PROPERTY_PREFIX + entry.getKey(), Map.Entry::getValue));
        return new Sources("application.yaml", Optional.empty(), Map.of(), properties);
    }
}
