package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.registry.RegistryApi;
import io.heddle.registry.console.ConsoleApi;
import io.heddle.testkit.process.ServiceProcess;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The document that each service gives of itself.
@Timeout(180)
final class OpenApiIT {
    private static final String LINTER = "@redocly/cli@2.77.0";
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    @TempDir
    Path folder;

    private Fleet fleet;
    private Map<String, String> services;

    @BeforeEach
    void start() {
        fleet = Fleet.open(folder, 0, Map.of());
        ServiceProcess calc = fleet.calc();
        ServiceProcess gateway = fleet.gateway();
        services = new TreeMap<>(Map.of(
                "registry-center", fleet.registry().url().toString(),
                "calc", calc.url().toString(),
                "gateway", gateway.url().toString()));
    }

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void isValid() throws IOException {
        Shell.needs("npx", "apt-get install npm");
        for (Map.Entry<String, String> service : services.entrySet()) {
            Path file = folder.resolve(service.getKey() + ".json");
            Files.writeString(file, Web.get(service.getValue() + "/openapi").body());
            Shell.Result result = Shell.in(
                            folder,
                            "npx",
                            "--yes",
                            LINTER,
                            "lint",
                            "--skip-rule",
                            "operation-4xx-response",
                            "--skip-rule",
                            "security-defined",
                            file.toString())
                    .with("REDOCLY_TELEMETRY", "off")
                    .with("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true")
                    .run();
            assertThat(result.code()).as(result.err() + result.out()).isZero();
            assertThat(result.err() + result.out()).contains("is valid");
        }
    }

    @Test
    void namesEveryRouteAndNoOther() {
        Set<String> calc = offered("calc");
        assertThat(calc.removeAll(Set.of("Clock.now", "Greeter.hello", "Greeter.shout")))
                .isTrue();
        assertThat(documented("calc")).isEqualTo(calc);
        Set<String> gateway = offered("gateway");
        assertThat(gateway.remove("relay")).isTrue();
        assertThat(documented("gateway")).isEqualTo(gateway);
        assertThat(documented("registry-center"))
                .isEqualTo(Stream.of(RegistryApi.class, ConsoleApi.class)
                        .flatMap(api -> Stream.of(api.getDeclaredMethods())
                                .map(Method::getName)
                                .map(name -> api.getSimpleName() + '.' + name))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void isDrawnByABrowser() {
        Shell.needs("chromium", "apt-get install chromium");
        for (Map.Entry<String, String> service : services.entrySet()) {
            String page = Shell.in(
                            folder,
                            "chromium",
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--user-data-dir=" + folder.resolve("browser"),
                            "--virtual-time-budget=20000",
                            "--dump-dom",
                            service.getValue() + "/openapi/ui")
                    .run()
                    .out();
            assertThat(documented(service.getKey()))
                    .allMatch(operation -> page.contains("id=\"operations-" + tag(operation) + "-" + id(operation)));
        }
    }

    private static String tag(String operation) {
        return operation.substring(0, operation.indexOf('.'));
    }

    private static String id(String operation) {
        return operation.replace('.', '_');
    }

    /// The operations of a document, as `Api.method`.
    private Set<String> documented(String service) {
        Set<String> operations = new TreeSet<>();
        JsonNode document =
                Web.JSON.readTree(Web.get(services.get(service) + "/openapi").body());
        for (JsonNode path : document.path("paths")) {
            for (Map.Entry<String, JsonNode> operation : path.properties()) {
                if (VERBS.contains(operation.getKey())) {
                    operations.add(
                            operation.getValue().path("operationId").asString().replace('_', '.'));
                }
            }
        }
        return operations;
    }

    /// The routes that an instance says it has.
    private Set<String> offered(String service) {
        Set<String> methods = new TreeSet<>();
        JsonNode instances = Web.data(services.get("registry-center") + "/service/" + service);
        instances.path(0).path("methods").forEach(name -> methods.add(name.asString()));
        return methods;
    }
}
