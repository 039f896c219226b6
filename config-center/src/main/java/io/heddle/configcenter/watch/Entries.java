package io.heddle.configcenter.watch;

import io.heddle.configcenter.catalog.Catalog;
import io.heddle.configcenter.catalog.Content;
import io.heddle.configcenter.entry.EntryKey;
import io.heddle.kit.configcenter.ConfigEntry;
import io.heddle.kit.configcenter.ConfigState;
import io.heddle.kit.watch.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The entries of the catalog as something that is watched. Whoever hears of a change hears the whole state.
record Entries(Supplier<Catalog> source) implements Watched<Interest, ConfigState> {
    @Override
    public long revision() {
        return source.get().revision();
    }

    /// The state when one of the entries changed, or the revision is of another store.
    @Override
    public ConfigState changes(Interest interest, long since, long until) {
        Catalog catalog = source.get();
        long now = catalog.revision();
        boolean quiet = since > 0 && since <= now && changed(catalog, interest) <= since;
        return quiet ? ConfigState.unchanged(now) : new ConfigState(now, true, entries(catalog, interest));
    }

    private static long changed(Catalog catalog, Interest interest) {
        return interest.entries().stream()
                .flatMap(entry -> catalog.entries(entry.service()).stream())
                .filter(shown -> interest.about(shown.key().watched()))
                .mapToLong(shown -> shown.changed())
                .max()
                .orElse(0);
    }

    private static List<ConfigEntry> entries(Catalog catalog, Interest interest) {
        List<ConfigEntry> entries = new ArrayList<>();
        for (EntryKey wanted : interest.entries()) {
            configs(catalog, wanted).sorted().forEach(config -> {
                EntryKey key = new EntryKey(config, wanted.service(), wanted.label());
                catalog.find(key, interest.instance())
                        .ifPresent(
                                content -> entries.add(entry(key, content, interest.reveals(key.service(), catalog))));
            });
        }
        return entries;
    }

    private static Stream<String> configs(Catalog catalog, EntryKey wanted) {
        return wanted.config().equals(Interest.ALL) ? catalog.configs(wanted.service()) : Stream.of(wanted.config());
    }

    private static ConfigEntry entry(EntryKey key, Content content, boolean revealed) {
        return new ConfigEntry(key.config(), key.service(), content.revision(), content.value(revealed));
    }

    @Override
    public ConfigState none(long revision) {
        return ConfigState.unchanged(revision);
    }

    @Override
    public long revision(ConfigState state) {
        return state.revision();
    }

    @Override
    public boolean empty(ConfigState state) {
        return !state.changed();
    }

    @Override
    public boolean about(Interest interest, Set<String> changed) {
        return changed.stream().anyMatch(interest::about);
    }
}
