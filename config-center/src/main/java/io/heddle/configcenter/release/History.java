package io.heddle.configcenter.release;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.secret.Concealed;
import io.heddle.configcenter.store.Reading;
import io.heddle.configcenter.store.Stored;
import io.heddle.contract.reply.Page;
import io.heddle.kit.configcenter.edit.Difference;
import io.heddle.kit.configcenter.edit.Release;
import io.heddle.kit.configcenter.edit.Release.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.JsonNodeFactory;

/// The releases that were made of entries, and how they differ.
///
/// @param desk where they are looked at
public record History(Desk desk) {
    private static final Concealed NOTHING = new Concealed(JsonNodeFactory.instance.objectNode(), Map.of());

    /// The releases, the latest first.
    public Page<Release> releases(EntryKey key, int page, int limit) {
        Pages.check(page, limit);
        return desk.store().read(reading -> {
            Stored.Entry entry = Desk.known(reading, key);
            Page<Stored.Release> found = reading.releases(entry.id(), page, limit);
            List<Release> shown = found.items().stream()
                    .map(release -> shown(reading, entry, release))
                    .toList();
            return new Page<>(shown, found.total(), page, limit);
        });
    }

    /// One release.
    public Release release(EntryKey key, long revision) {
        return desk.store().read(reading -> {
            Stored.Entry entry = Desk.known(reading, key);
            return shown(reading, entry, made(reading, entry, revision));
        });
    }

    static Stored.Release made(Reading reading, Stored.Entry entry, long revision) {
        return reading.release(entry.id(), revision)
                .orElseThrow(() -> Desk.missing(
                        "there is no release " + revision + " of " + entry.key() + oldest(reading, entry)));
    }

    /// What was there may have been taken out since.
    private static String oldest(Reading reading, Stored.Entry entry) {
        long kept = reading.releases(entry.id(), 1, 1).total();
        return kept == 0 || kept > Integer.MAX_VALUE
                ? ""
                : reading.releases(entry.id(), (int) kept, 1).items().stream()
                        .findFirst()
                        .map(release -> "; the oldest that is kept is " + release.revision())
                        .orElse("");
    }

    /// What differs between two releases, or a release and the draft.
    public List<Difference> diff(EntryKey key, long from, long to) {
        return desk.store().read(reading -> {
            Stored.Entry entry = Desk.known(reading, key);
            Concealed before = from == 0 ? NOTHING : value(made(reading, entry, from));
            Concealed after = to == 0 ? Releases.drafted(entry).value() : value(made(reading, entry, to));
            Set<JsonPointer> sealed = new HashSet<>(before.places());
            sealed.addAll(after.places());
            return Differences.between(
                    desk.vault().reveal(key, before),
                    desk.vault().reveal(key, after),
                    desk.schema(reading, entry),
                    sealed);
        });
    }

    private static Concealed value(Stored.Release release) {
        return release.value().orElse(NOTHING);
    }

    Release shown(Reading reading, Stored.Entry entry, Stored.Release release) {
        return new Release(
                release.revision(),
                Kind.valueOf(release.kind()),
                release.author(),
                release.time(),
                release.comment(),
                release.value().map(value -> desk.mask(reading, entry, value)));
    }
}
