package io.heddle.configcenter.watch;

import io.heddle.configcenter.entry.EntryKey;
import java.util.Optional;
import java.util.Set;

/// What one watcher wants to know of.
///
/// @param entries the entries; the config `*` stands for all of the service
/// @param instance who asks
/// @param owns the service whose secrets they are told
record Interest(Set<EntryKey> entries, String instance, Optional<String> owns) {
    static final String ALL = "*";

    /// Copies the entries in.
    Interest {
        entries = Set.copyOf(entries);
    }

    boolean reveals(String service) {
        return owns.filter(service::equals).isPresent();
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
