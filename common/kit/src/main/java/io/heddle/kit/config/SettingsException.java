package io.heddle.kit.config;

/// Settings that cannot be used. The message names the key, what it must be and where it was found.
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }

    /// Settings that cannot be used, as another room found out.
    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
