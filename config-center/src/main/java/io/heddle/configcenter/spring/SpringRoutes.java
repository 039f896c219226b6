package io.heddle.configcenter.spring;

import io.heddle.configcenter.access.Visitor;
import io.heddle.configcenter.catalog.Catalog;
import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.property.Properties;
import io.heddle.contract.ServiceName;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `GET /spring/{name}/{profile}[/{label}]` in the shape of Spring Cloud Config (spring-cloud-config, `Environment`):
/// the configs of a service as property sources, of which the first that has a property wins. A profile is what we
/// call a label; so is Spring's label, the strongest of them.
///
/// A service without configs has no property sources, as with Spring's own server.
public final class SpringRoutes implements Routes {
    /// The names that a Spring client asks for when it has none of its own, and the branches that its label may name.
    private static final List<String> UNSAID = List.of("default", "main", "master");

    private static final String NAMES = "{name}/{profile}";
    private static final int MOST_NAMES = 20;

    private final Catalog catalog;
    private final Properties properties;
    private final JsonMapper mapper = new JsonMapper();

    /// Serves what is in a catalog.
    public SpringRoutes(Catalog catalog) {
        this.catalog = catalog;
        this.properties = new Properties(catalog);
    }

    @Override
    public void addTo(Router router) {
        router.add("GET", "/spring/" + NAMES, "SpringRoutes.environment", this::environment);
        router.add("GET", "/spring/" + NAMES + "/{label}", "SpringRoutes.environment", this::environment);
    }

    private void environment(Exchange exchange) {
        String name = exchange.path().one("name", Scalar.STRING);
        String profile = exchange.path().one("profile", Scalar.STRING);
        Optional<String> label = exchange.path().optional("label", Scalar.STRING);
        List<String> services = services(name);
        List<String> profiles = names("profile", profile);
        SequencedSet<String> labels = labels(profiles, label);
        ObjectNode environment = mapper.createObjectNode();
        environment.put("name", name);
        profiles.forEach(environment.putArray("profiles")::add);
        environment.put("label", label.orElse(null));
        environment.put("version", "rev-" + catalog.revision());
        environment.putNull("state");
        ArrayNode sources = environment.putArray("propertySources");
        services.forEach(service -> sources(service, labels, sources));
        exchange.header("Cache-Control", "no-store");
        exchange.raw(
                200, "application/json", mapper.writeValueAsString(environment).getBytes(StandardCharsets.UTF_8));
    }

    /// Those that are asked for, the last of which is the strongest, then the configs for all.
    private static List<String> services(String name) {
        List<String> services = new ArrayList<>();
        for (String service : names("name", name).reversed()) {
            Visitor.current().mayRead(EntryKey.name("name", service));
            services.add(service);
        }
        if (!services.contains(Properties.SHARED) && Properties.readable(Properties.SHARED)) {
            services.add(Properties.SHARED);
        }
        return services;
    }

    private static List<String> names(String field, String text) {
        List<String> names = List.of(text.split(",", -1));
        if (names.size() > MOST_NAMES) {
            throw ServiceException.invalid(field, "must be at most " + MOST_NAMES + " names");
        }
        return names.stream().filter(each -> !each.isEmpty()).toList();
    }

    /// What is no name of a label, such as a branch with a slash, has no configs.
    private static SequencedSet<String> labels(List<String> profiles, Optional<String> label) {
        SequencedSet<String> labels = new LinkedHashSet<>();
        label.ifPresent(labels::add);
        profiles.reversed().forEach(labels::add);
        labels.removeIf(each -> UNSAID.contains(each) || !ServiceName.valid(each));
        return labels;
    }

    private void sources(String service, SequencedSet<String> labels, ArrayNode sources) {
        labels.forEach(label -> source(service + '-' + label, service, label, sources));
        source(service, service, "", sources);
    }

    private void source(String title, String service, String label, ArrayNode sources) {
        ObjectNode source = mapper.createObjectNode();
        properties.each(service, label, '.', (name, value) -> {
            if (value.isNull() || value.isContainer()) {
                source.put(name, "");
            } else {
                source.set(name, value);
            }
        });
        if (!source.isEmpty()) {
            sources.addObject().put("name", title).set("source", source);
        }
    }
}
