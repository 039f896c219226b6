package io.heddle.registry.foreign;

import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import java.util.Optional;

/// What a facade calls an instance that registered elsewhere: `host:name:port`.
///
/// @param text the whole
public record Label(String text) {
    /// The label of an instance.
    public static Label of(Entry entry) {
        return new Label(entry.host() + ':' + entry.name() + ':' + entry.port());
    }

    /// The instance that a client of a facade calls so: its own first, then by its label.
    public static Optional<Entry> find(Catalog catalog, String facade, String id) {
        return catalog.find(new Origin(facade, id, "")).or(() -> new Label(id).find(catalog, facade));
    }

    /// The instance with this label, unless it came through the facade and has an id there.
    public Optional<Entry> find(Catalog catalog, String facade) {
        int port = text.lastIndexOf(':');
        int name = port < 0 ? -1 : text.lastIndexOf(':', port - 1);
        if (name < 0) {
            return Optional.empty();
        }
        return catalog.entries(text.substring(name + 1, port)).stream()
                .filter(entry -> !entry.origin().of(facade) && of(entry).equals(this))
                .findFirst();
    }
}
