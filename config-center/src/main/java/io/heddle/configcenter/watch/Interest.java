package io.heddle.configcenter.watch;

import io.heddle.configcenter.catalog.Catalog;
import io.heddle.configcenter.entry.EntryKey;
import java.util.Optional;
import java.util.Set;

/// What one watcher wants to know of.
///
/// @param entries the entries; the config `*` stands for all of the service
/// @param instance who asks
/// @param owns the service whose secrets they are told
/// @param token the SHA-256 of the token that lets them, when the centre gave it out
record Interest(Set<EntryKey> entries, String instance, Optional<String> owns, Optional<String> token) {
    static final String ALL = "*";

    /// Copies the entries in.
    Interest {
        entries = Set.copyOf(entries);
    }

    /// Whether they are told the secrets of a service: not once their token is revoked.
    boolean reveals(String service, Catalog catalog) {
        return owns.filter(service::equals).isPresent() && holds(catalog);
    }

    /// Whether their token still holds.
    boolean holds(Catalog catalog) {
        return token.stream().allMatch(hash -> catalog.token(hash).isPresent());
    }

    /// Whether an entry of that name, `{config}/{service}`, is among them.
    boolean about(String watched) {
        int slash = watched.indexOf('/');
        String config = watched.substring(0, slash);
        String service = watched.substring(slash + 1);
        return entries.stream()
                .anyMatch(entry -> entry.service().equals(service)
                        && (entry.config().equals(ALL) || entry.config().equals(config)));
    }
}
