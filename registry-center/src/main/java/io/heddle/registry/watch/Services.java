package io.heddle.registry.watch;

import io.heddle.kit.registry.Changes;
import io.heddle.kit.watch.Watched;
import io.heddle.registry.catalog.Catalog;
import java.util.Set;

/// The services of the catalog as something that is watched, some or all of them at a time.
record Services(Catalog catalog) implements Watched<Set<String>, Changes> {
    @Override
    public long revision() {
        return catalog.revision();
    }

    @Override
    public Changes changes(Set<String> names, long since, long until) {
        return catalog.changes(names, since, until);
    }

    @Override
    public Changes none(long revision) {
        return Changes.none(revision);
    }

    @Override
    public long revision(Changes changes) {
        return changes.revision();
    }

    @Override
    public boolean empty(Changes changes) {
        return changes.empty();
    }

    @Override
    public boolean about(Set<String> names, Set<String> changed) {
        if (names.equals(Catalog.ALL)) {
            return true;
        }
        return changed.size() < names.size()
                ? changed.stream().anyMatch(names::contains)
                : names.stream().anyMatch(changed::contains);
    }
}
