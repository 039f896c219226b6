package io.heddle.kit.boot;

import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.config.Settings;
import io.heddle.kit.config.Sources;
import io.heddle.kit.configcenter.ConfigCenterSettings;
import io.heddle.kit.discovery.DiscoverySettings;
import io.heddle.kit.log.LogSettings;
import io.heddle.kit.registry.RegistrySettings;
import io.heddle.kit.rpc.RpcSettings;
import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.trace.TraceSettings;
import java.util.HashMap;
import java.util.Map;

/// The sections of the settings that every service has.
final class Sections {
    private static final Map<String, Class<? extends Record>> STANDARD = Map.of(
            "service", ServiceSettings.class,
            "server", ServerSettings.class,
            "client", ClientSettings.class,
            "registry", RegistrySettings.class,
            "discovery", DiscoverySettings.class,
            "config_center", ConfigCenterSettings.class,
            "rpc", RpcSettings.class,
            "trace", TraceSettings.class,
            "log", LogSettings.class);

    private Sections() {}

    /// Loads them and those that the service has beside them.
    static Settings load(Sources sources, Map<String, Class<? extends Record>> own) {
        Map<String, Class<? extends Record>> all = new HashMap<>(own);
        all.putAll(STANDARD);
        return Settings.load(sources, all);
    }
}
