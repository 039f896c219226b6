package io.heddle.registry.eureka;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.registry.foreign.Said;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A registration as the client said it, checked.
///
/// @param app the name of the application in capitals
/// @param id what the client calls the instance
/// @param url its address
/// @param metadata free names and values
/// @param said all of it
record Request(String app, String id, String url, Map<String, String> metadata, Said said) {
    private static final int LONGEST_ID = 256;
    private static final int LONGEST_FIELD = 1024;
    private static final long LAST_PORT = 65_535;

    static Request of(Said instance) {
        String id = required(instance, "instanceId", "instanceId");
        String host = required(instance, "hostName", "hostname");
        String ip = required(instance, "ipAddr", "ip address");
        String app = required(instance, "app", "appName").toUpperCase(Locale.ROOT);
        Said center = instance.object("dataCenterInfo").orElseThrow(() -> missing("dataCenterInfo"));
        required(center, "name", "dataCenterInfo Name");
        if (id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
            throw instance.wrong("instanceId", "must be at most " + LONGEST_ID + " printable characters");
        }
        Map<String, String> metadata =
                new LinkedHashMap<>(instance.object("metadata").map(Said::pairs).orElse(Map.of()));
        metadata.remove("@class");
        return new Request(app, id, url(instance, host, ip), metadata, instance);
    }

    private static String required(Said said, String name, String words) {
        return said.text(name).filter(text -> !text.isBlank()).orElseThrow(() -> missing(words));
    }

    private static ServiceException missing(String what) {
        return ServiceException.of(Status.BAD_REQUEST, "Missing " + what);
    }

    private static String url(Said instance, String host, String ip) {
        boolean secure = secure(instance);
        String field = secure ? "securePort" : "port";
        long port = instance.number(field).orElse(0L);
        if (port < 0 || port > LAST_PORT) {
            throw instance.wrong(field, "must be from 0 to " + LAST_PORT);
        }
        String scheme = secure ? "https://" : "http://";
        String suffix = port == 0 ? "" : ":" + port;
        return address(scheme, host, suffix)
                .or(() -> address(scheme, ip, suffix))
                .orElseThrow(() -> instance.wrong("hostName", "must be the name or address of a host"));
    }

    private static boolean secure(Said instance) {
        return !enabled(instance, "port", true) && enabled(instance, "securePort", false);
    }

    private static boolean enabled(Said instance, String port, boolean usual) {
        return instance.part(port)
                .filter(said -> said.has("@enabled"))
                .map(said -> said.truth("@enabled"))
                .orElse(usual);
    }

    private static Optional<String> address(String scheme, String host, String suffix) {
        String literal = host.contains(":") && !host.startsWith("[") ? '[' + host + ']' : host;
        try {
            URI uri = new URI(scheme + literal + suffix);
            return Optional.of(uri.toString())
                    .filter(_ -> uri.getHost() != null && uri.getHost().equals(literal));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// How long it lives without a beat, in seconds.
    long duration() {
        return said.object("leaseInfo")
                .flatMap(lease -> lease.number("durationInSecs"))
                .orElse(90L);
    }

    long dirty() {
        return said.number("lastDirtyTimestamp").orElse(0L);
    }

    Word status() {
        return said.text("status").flatMap(Word::of).orElse(Word.UP);
    }

    Word override() {
        return said.text("overriddenStatus").flatMap(Word::of).orElse(Word.UNKNOWN);
    }

    /// What never changes but with a registration, in the order in which it is shown.
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("instanceId", id);
        copy(fields, "hostName");
        fields.put("app", app);
        copy(fields, "ipAddr");
        boolean secure = secure(said);
        fields.put("port", port("port", !secure, secure ? 0L : 80L));
        fields.put("securePort", port("securePort", secure, 443L));
        fields.put("countryId", said.number("countryId").orElse(1L));
        Said center = said.object("dataCenterInfo").orElseThrow(() -> missing("dataCenterInfo"));
        fields.put("dataCenterInfo", center(center));
        Optional<Long> interval = said.object("leaseInfo").flatMap(lease -> lease.number(Shown.INTERVAL));
        fields.put(Shown.INTERVAL, interval.orElse(Shown.USUAL_INTERVAL));
        for (String name : Shown.TEXTS) {
            copy(fields, name);
        }
        return fields;
    }

    private static Map<String, Object> center(Said center) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("@class", center.text("@class").orElse(Shown.OWN_CENTER));
        shown.put("name", center.text("name").orElse("MyOwn"));
        center.object("metadata")
                .map(Said::pairs)
                .filter(pairs -> !pairs.isEmpty())
                .ifPresent(pairs -> shown.put("metadata", pairs));
        return shown;
    }

    /// Where the one that is called is none, that of its scheme is called and told.
    private Map<String, Object> port(String name, boolean called, long ofScheme) {
        long number = said.number(name).orElse(ofScheme);
        boolean enabled = enabled(said, name, name.equals("port"));
        return Shown.port(called && number == 0 ? ofScheme : number, enabled);
    }

    private void copy(Map<String, Object> fields, String name) {
        said.text(name).ifPresent(text -> {
            if (text.length() > LONGEST_FIELD) {
                throw said.wrong(name, "must be at most " + LONGEST_FIELD + " characters");
            }
            fields.put(name, text);
        });
    }
}
