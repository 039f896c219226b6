package io.heddle.bench.system;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// What the nodes of a registry show.
interface Views {
    /// How many nodes there are.
    int count();

    /// The instances that a node names, with their statuses.
    Map<String, String> view(int number);

    /// Whether all nodes name the same, so many, and all of them up.
    default boolean whole(int instances) {
        return IntStream.range(0, count())
                .mapToObj(this::view)
                .allMatch(view ->
                        view.size() == instances && view.values().stream().allMatch("UP"::equals));
    }

    /// The view that an answer of `/services` is.
    static Map<String, String> of(JsonNode services) {
        Map<String, String> view = new TreeMap<>();
        services.properties()
                .forEach(service -> service.getValue()
                        .forEach(instance -> view.put(
                                service.getKey()
                                        + ' '
                                        + instance.path("service").asString(),
                                instance.path("status").asString())));
        return view;
    }
}
