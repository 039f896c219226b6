package io.heddle.kit.boot;

import io.heddle.contract.log.SecretNames;
import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.config.Settings;
import io.heddle.kit.configcenter.ConfigCenterSettings;
import io.heddle.kit.configcenter.ConfigFeed;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.metrics.Tally;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Lays what the config centre publishes over the settings of a service, and tells how that went.
final class Central implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final String OWN = "config_center";

    private final ConfigFeed feed;
    private final Settings settings;
    private final Tally refusals;
    private volatile Map<String, String> refused = Map.of();

    private Central(ConfigFeed feed, Settings settings, Metrics metrics) {
        this.feed = feed;
        this.settings = settings;
        this.refusals = metrics.counter("config.refusals", "Published configs that this process could not use");
        metrics.gauge("config.revision", feed::revision);
        metrics.gauge("config.following", () -> feed.following() ? 1 : 0);
        metrics.gauge("config.refused", () -> refused.size());
    }

    /// Follows the centre if the settings name one.
    static Optional<Central> open(String service, Settings settings, Optional<Path> data, Metrics metrics) {
        ConfigCenterSettings wanted = settings.get(OWN, ConfigCenterSettings.class);
        Http1Settings http1 = settings.get("client", ClientSettings.class).http1();
        if (wanted.urls().isEmpty()) {
            return Optional.empty();
        }
        boolean kept = wanted.folder().isEmpty() && data.isPresent();
        ConfigCenterSettings full = kept ? wanted.folder(data.orElseThrow()) : wanted;
        Central central = new Central(ConfigFeed.open(full, http1, service, metrics), settings, metrics);
        central.feed.onChange(_ -> central.apply());
        central.apply();
        return Optional.of(central);
    }

    ConfigFeed feed() {
        return feed;
    }

    /// Always takes what is the latest, so that it does not matter who comes first.
    private synchronized void apply() {
        Map<String, String> reasons = new TreeMap<>();
        Map<String, JsonNode> usable = new HashMap<>();
        feed.current().forEach((name, value) -> {
            if (masked(value)) {
                reasons.put(name, "its secrets are masked: config_center.token must be the read token of this service");
            } else if (name.equals(OWN)) {
                reasons.put(name, "where the centre is cannot come from the centre");
            } else {
                usable.put(name, value);
            }
        });
        reasons.keySet().forEach(name -> settings.pushed(name).ifPresent(last -> usable.put(name, last)));
        reasons.putAll(settings.push(usable));
        tell(reasons);
    }

    private static boolean masked(JsonNode value) {
        return value.isString()
                ? value.stringValue().equals(SecretNames.MASK)
                : value.valueStream().anyMatch(Central::masked);
    }

    private void tell(Map<String, String> reasons) {
        reasons.forEach((name, reason) -> {
            if (!reason.equals(refused.get(name))) {
                refusals.increment();
                LOG.atError()
                        .addKeyValue("config", name)
                        .addKeyValue("reason", reason)
                        .log("a published config cannot be used; the last good one stays");
            }
        });
        refused = Map.copyOf(reasons);
        LOG.atInfo().addKeyValue("revision", feed.revision()).log("published configs hold");
    }

    /// For the health of the service.
    Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("origin", feed.origin());
        state.put("following", feed.following());
        state.put("revision", feed.revision());
        state.put("refused", new TreeMap<>(refused));
        return state;
    }

    @Override
    public void close() {
        feed.close();
    }
}
