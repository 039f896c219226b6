package io.heddle.configcenter.entry;

import io.heddle.contract.ServiceName;
import io.heddle.contract.error.ServiceException;

/// What names an entry.
///
/// @param config the name of the config
/// @param service the service that it is for
/// @param label the label of the instances that it is for, empty for all
public record EntryKey(String config, String service, String label) {
    private static final String NAME =
            "must be 1 to 63 lower case letters, digits, dots, dashes or underscores, first a letter";

    /// Reads it off a request.
    ///
    /// @param service with `@{label}` behind it when it is for a label
    /// @throws ServiceException 400 naming the field that is wrong
    public static EntryKey of(String config, String service) {
        int at = service.indexOf('@');
        String label = at < 0 ? "" : service.substring(at + 1);
        require(at < 0 || ServiceName.valid(label), "service", "must have a label behind @ that " + NAME);
        return new EntryKey(
                name("config", config), name("service", at < 0 ? service : service.substring(0, at)), label);
    }

    /// A name of a config, service, label or token.
    ///
    /// @throws ServiceException 400 naming the field when it is none
    public static String name(String field, String text) {
        require(ServiceName.valid(text), field, NAME);
        return text;
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw ServiceException.invalid(field, message);
        }
    }

    /// The service, with its label when there is one.
    public String target() {
        return label.isEmpty() ? service : service + '@' + label;
    }

    /// The config and the service, which readers wait for whatever their label.
    public String watched() {
        return config + '/' + service;
    }

    /// The config and the service with its label: what secrets are bound to.
    @Override
    public String toString() {
        return config + '/' + target();
    }
}
