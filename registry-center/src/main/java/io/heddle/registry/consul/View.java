package io.heddle.registry.consul;

import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.check.Checks;
import io.heddle.registry.check.State;
import io.heddle.registry.check.reach.Health;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.foreign.Label;
import io.heddle.registry.foreign.Said;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One instance in the words of the protocol. Each host is a node.
///
/// @param entry the instance
/// @param index of its service
/// @param datacenter what this registry calls itself
/// @param document what its client said, empty for one of another protocol
/// @param states how its checks stand
record View(Entry entry, long index, String datacenter, Optional<Document> document, List<State> states) {
    private static final int HUNDRED = 100;

    static View of(Entry entry, long index, String datacenter, Checks checks) {
        Optional<Document> document =
                entry.origin().of(Document.FACADE) ? Optional.of(Document.of(entry)) : Optional.empty();
        return new View(entry, index, datacenter, document, checks.states(entry));
    }

    static String id(Entry entry) {
        return entry.origin().of(Document.FACADE)
                ? entry.origin().id()
                : Label.of(entry).text();
    }

    String id() {
        return id(entry);
    }

    String name() {
        return document.flatMap(said -> said.said().text("Name")).orElse(entry.name());
    }

    List<String> tags() {
        return document.map(Document::tags).orElse(List.of());
    }

    private String address() {
        return document.flatMap(said -> said.said().text("Address"))
                .filter(text -> !text.isEmpty())
                .orElse(entry.host());
    }

    private long port() {
        return document.flatMap(said -> said.said().number("Port")).orElse((long) entry.port());
    }

    private int weight() {
        return Math.max(1, (entry.weight() + HUNDRED / 2) / HUNDRED);
    }

    private Map<String, String> meta() {
        Map<String, String> meta = new LinkedHashMap<>(entry.details().metadata());
        if (document.isEmpty()) {
            if (!entry.details().zone().isEmpty()) {
                meta.putIfAbsent("zone", entry.details().zone());
            }
            if (!entry.details().version().isEmpty()) {
                meta.putIfAbsent("version", entry.details().version());
            }
            if (entry.service().startsWith("https:")) {
                meta.putIfAbsent("secure", "true");
            }
        }
        return meta;
    }

    Map<String, Object> node() {
        String host = entry.host();
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("ID", nodeId());
        node.put("Node", host);
        node.put("Address", host);
        node.put("Datacenter", datacenter);
        node.put("TaggedAddresses", Map.of("lan", host, "wan", host));
        node.put("Meta", Map.of());
        node.put("CreateIndex", index);
        node.put("ModifyIndex", index);
        return node;
    }

    private String nodeId() {
        return UUID.nameUUIDFromBytes(entry.host().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /// As an agent and the health endpoints show it.
    Map<String, Object> service() {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("ID", id());
        service.put("Service", name());
        service.put("Tags", tags());
        service.put("Address", address());
        service.put("Meta", meta());
        service.put("Port", port());
        service.put("Weights", Map.of("Passing", weight(), "Warning", 1));
        service.put("EnableTagOverride", override());
        service.put("Datacenter", datacenter);
        service.put("CreateIndex", index);
        service.put("ModifyIndex", index);
        return service;
    }

    private boolean override() {
        return document.map(said -> said.said().truth("EnableTagOverride")).orElse(false);
    }

    /// As the catalog shows it: node and service in one.
    Map<String, Object> whole() {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("ID", nodeId());
        whole.put("Node", entry.host());
        whole.put("Address", entry.host());
        whole.put("Datacenter", datacenter);
        whole.put("TaggedAddresses", Map.of("lan", entry.host(), "wan", entry.host()));
        whole.put("NodeMeta", Map.of());
        whole.put("ServiceKind", "");
        whole.put("ServiceID", id());
        whole.put("ServiceName", name());
        whole.put("ServiceTags", tags());
        whole.put("ServiceAddress", address());
        whole.put("ServiceWeights", Map.of("Passing", weight(), "Warning", 1));
        whole.put("ServiceMeta", meta());
        whole.put("ServicePort", port());
        whole.put("ServiceEnableTagOverride", override());
        whole.put("CreateIndex", index);
        whole.put("ModifyIndex", index);
        return whole;
    }

    /// Its checks, and such as say what no check of its own does: that it is in maintenance, or not well.
    List<Map<String, Object>> checks() {
        List<Map<String, Object>> checks = new ArrayList<>();
        for (State state : states) {
            checks.add(check(state, title(state.id()), state.output()));
        }
        boolean told = states.stream().anyMatch(state -> state.health() != Health.PASSING);
        boolean lease = document.isEmpty() || !(told || entry.status() == InstanceStatus.UP);
        if (lease && entry.status() != InstanceStatus.DRAINING) {
            State state = new State("service:" + id(), health(), "");
            checks.add(check(state, "Registry lease", entry.status().name()));
        }
        if (entry.status() == InstanceStatus.DRAINING) {
            State maintenance = new State("_service_maintenance:" + id(), Health.CRITICAL, "");
            checks.add(check(maintenance, "Service Maintenance Mode", "Maintenance mode is enabled"));
        }
        return checks;
    }

    private Health health() {
        return switch (entry.status()) {
            case UP -> Health.PASSING;
            case SUSPECT -> Health.WARNING;
            case DRAINING, DOWN -> Health.CRITICAL;
        };
    }

    private String title(String check) {
        return document.stream()
                .flatMap(said -> said.definitions().stream())
                .filter(said -> said.text("CheckID").filter(check::equals).isPresent())
                .findFirst()
                .flatMap((Said said) -> said.text("Name"))
                .orElse(check);
    }

    private Map<String, Object> check(State state, String title, String output) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("Node", entry.host());
        check.put("CheckID", state.id());
        check.put("Name", title);
        check.put("Status", state.health().name().toLowerCase(Locale.ROOT));
        check.put("Notes", "");
        check.put("Output", output);
        check.put("ServiceID", id());
        check.put("ServiceName", name());
        check.put("ServiceTags", tags());
        check.put("Definition", Map.of());
        check.put("CreateIndex", index);
        check.put("ModifyIndex", index);
        return check;
    }

    /// Whether every check passes.
    boolean passing() {
        return checks().stream().allMatch(check -> "passing".equals(check.get("Status")));
    }

    /// As the health endpoints show it.
    Map<String, Object> health(List<Map<String, Object>> checks) {
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("Node", node());
        health.put("Service", service());
        health.put("Checks", checks);
        return health;
    }
}
