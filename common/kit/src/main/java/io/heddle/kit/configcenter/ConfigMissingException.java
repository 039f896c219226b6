package io.heddle.kit.configcenter;

/// A config that this process needs and that nobody has published.
public final class ConfigMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String configName;

    ConfigMissingException(String configName, String service, String why) {
        super("the config " + configName + " of " + service + " is missing: " + why);
        this.configName = configName;
    }

    /// The name of the config.
    public String configName() {
        return configName;
    }
}
