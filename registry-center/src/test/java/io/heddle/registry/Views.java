package io.heddle.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// What a registry shows in each of its protocols, told in the same words: the service, the host and the port.
record Views(Http http) {
    /// Whether all of them show the same instances, and some, and as many as are counted.
    boolean agree() {
        List<String> ours = ours();
        return !ours.isEmpty()
                && ours.equals(eureka())
                && ours.equals(consul())
                && ours.equals(prometheus())
                && http.get("/observe/metrics").body().contains("registry_instances " + ours.size() + ".0\n");
    }

    /// For people, when they do not.
    String shown() {
        return "ours " + ours() + "\neureka " + eureka() + "\nconsul " + consul() + "\nprometheus " + prometheus();
    }

    private List<String> ours() {
        List<String> all = new ArrayList<>();
        for (JsonNode service : http.get("/services").data()) {
            service.forEach(
                    instance -> all.add(words(instance.path("name"), instance.path("host"), instance.path("port"))));
        }
        return sorted(all);
    }

    private List<String> eureka() {
        List<String> all = new ArrayList<>();
        JsonNode apps = http.get("/eureka/apps", "Accept", "application/json")
                .json()
                .path("applications")
                .path("application");
        for (JsonNode app : apps) {
            for (JsonNode instance : app.path("instance")) {
                boolean plain =
                        instance.path("port").path("@enabled").asString().equals("true");
                JsonNode port = instance.path(plain ? "port" : "securePort").path("$");
                all.add(words(instance.path("app"), instance.path("hostName"), port));
            }
        }
        return sorted(all);
    }

    private List<String> consul() {
        List<String> all = new ArrayList<>();
        for (String name : http.get("/v1/catalog/services").json().propertyNames()) {
            for (JsonNode one : http.get("/v1/health/service/" + name).json()) {
                JsonNode service = one.path("Service");
                boolean own = !service.path("Address").asString().isEmpty();
                JsonNode address =
                        own ? service.path("Address") : one.path("Node").path("Address");
                all.add(words(service.path("Service"), address, service.path("Port")));
            }
        }
        return sorted(all);
    }

    private List<String> prometheus() {
        List<String> all = new ArrayList<>();
        for (JsonNode group : http.get("/prometheus/targets").json()) {
            String target = group.path("targets").path(0).asString();
            String name = group.path("labels").path("__meta_service").asString();
            all.add((name + ' ' + target.replaceAll("[\\[\\]]", "")).toLowerCase(Locale.ROOT));
        }
        return sorted(all);
    }

    private static String words(JsonNode name, JsonNode host, JsonNode port) {
        return (name.asString() + ' ' + host.asString() + ':' + port.asInt()).toLowerCase(Locale.ROOT);
    }

    private static List<String> sorted(List<String> all) {
        return all.stream().sorted().toList();
    }
}
