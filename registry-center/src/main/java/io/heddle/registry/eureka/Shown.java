package io.heddle.registry.eureka;

import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.foreign.Label;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An instance in the words of the protocol. Spring's client fails on any field that Netflix does not have, so what is
/// ours alone goes into the metadata.
final class Shown {
    static final String FACADE = "eureka";
    static final String OWN_CENTER = "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo";
    static final List<String> TEXTS = List.of(
            "sid",
            "appGroupName",
            "homePageUrl",
            "statusPageUrl",
            "healthCheckUrl",
            "secureHealthCheckUrl",
            "vipAddress",
            "secureVipAddress",
            "isCoordinatingDiscoveryServer");

    static final String INTERVAL = "renewalIntervalInSecs";
    static final long USUAL_INTERVAL = 30;

    private static final String NOWHERE = "0.0.0.0";

    private Shown() {}

    static String app(Entry entry) {
        return entry.name().toUpperCase(Locale.ROOT);
    }

    static String id(Entry entry) {
        String id = entry.origin().id();
        return entry.origin().of(FACADE)
                ? id.substring(id.indexOf('/') + 1)
                : Label.of(entry).text();
    }

    static Word word(Entry entry) {
        return Word.told(entry, entry.origin().of(FACADE) ? Document.of(entry).word() : Word.DOWN);
    }

    static Map<String, Object> port(long number, boolean enabled) {
        Map<String, Object> port = new LinkedHashMap<>();
        port.put("$", number);
        port.put("@enabled", Boolean.toString(enabled));
        return port;
    }

    static Map<String, Object> instance(Entry entry, String action) {
        Document document = entry.origin().of(FACADE) ? Document.of(entry) : own(entry);
        Map<String, Object> shown = new LinkedHashMap<>();
        Map<String, Object> fields = document.fields();
        fields.forEach((name, value) -> {
            if (name.equals("port")) {
                shown.put("status", Word.told(entry, document.word()).name());
                shown.put("overriddenStatus", document.override().name());
            }
            shown.put(name, value);
        });
        shown.remove(INTERVAL);
        shown.put("leaseInfo", lease(entry, fields.getOrDefault(INTERVAL, USUAL_INTERVAL)));
        shown.put("metadata", metadata(entry));
        shown.putIfAbsent("isCoordinatingDiscoveryServer", "false");
        shown.put("lastUpdatedTimestamp", Long.toString(Math.max(document.dirty(), entry.registeredMillis())));
        shown.put("lastDirtyTimestamp", Long.toString(document.dirty()));
        shown.put("actionType", action);
        return shown;
    }

    private static Map<String, Object> lease(Entry entry, Object interval) {
        Map<String, Object> lease = new LinkedHashMap<>();
        long ttl = Math.max(1, entry.details().ttl().toSeconds());
        lease.put(INTERVAL, interval);
        lease.put("durationInSecs", ttl);
        lease.put("registrationTimestamp", entry.registeredMillis());
        lease.put(
                "lastRenewalTimestamp",
                Math.max(entry.registeredMillis(), entry.beat().lastMillis()));
        lease.put("evictionTimestamp", 0L);
        lease.put("serviceUpTimestamp", entry.registeredMillis());
        return lease;
    }

    private static Map<String, Object> metadata(Entry entry) {
        Map<String, Object> metadata = new LinkedHashMap<>(entry.details().metadata());
        if (!entry.details().zone().isEmpty()) {
            metadata.putIfAbsent("zone", entry.details().zone());
        }
        if (!entry.details().version().isEmpty()) {
            metadata.putIfAbsent("version", entry.details().version());
        }
        metadata.putIfAbsent("weight", Integer.toString(entry.weight()));
        return metadata;
    }

    /// The document of an instance that never said one.
    private static Document own(Entry entry) {
        boolean secure = "https".equalsIgnoreCase(URI.create(entry.service()).getScheme());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("instanceId", id(entry));
        fields.put("hostName", entry.host());
        fields.put("app", app(entry));
        fields.put("ipAddr", literal(entry.host()));
        fields.put("port", port(secure ? 80 : entry.port(), !secure));
        fields.put("securePort", port(secure ? entry.port() : 443, secure));
        fields.put("countryId", 1);
        Map<String, Object> center = new LinkedHashMap<>();
        center.put("@class", OWN_CENTER);
        center.put("name", "MyOwn");
        fields.put("dataCenterInfo", center);
        fields.put(INTERVAL, USUAL_INTERVAL);
        fields.put("homePageUrl", entry.service() + '/');
        fields.put("vipAddress", entry.name());
        fields.put("secureVipAddress", entry.name());
        Word word = entry.status() == InstanceStatus.UP ? Word.UP : Word.DOWN;
        return Document.of(entry.registeredMillis(), word, Word.UNKNOWN, fields);
    }

    /// Clients take no name for an address, and a name is not resolved for a view.
    private static String literal(String host) {
        try {
            return InetAddress.ofLiteral(host).getHostAddress();
        } catch (IllegalArgumentException e) {
            return NOWHERE;
        }
    }
}
