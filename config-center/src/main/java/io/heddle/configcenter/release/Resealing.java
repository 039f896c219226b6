package io.heddle.configcenter.release;

import io.heddle.configcenter.release.Desk.Act;
import io.heddle.configcenter.secret.Concealed;
import io.heddle.configcenter.store.Stored;
import io.heddle.configcenter.store.Writing;
import io.heddle.kit.configcenter.edit.ConfigEditApi.KeyRotation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Puts all secrets under another key.
///
/// @param desk where it is done
public record Resealing(Desk desk) {
    private static final int BATCH = 200;

    /// Makes another key and seals everything anew, some at a time; what was not reached when it is broken off
    /// stays readable under the key it has.
    public KeyRotation rotate() {
        String key = desk.vault().rotate();
        long values = desk.change(new Act("rotate key", "", ""), key, this::entries);
        for (long from = 0; ; ) {
            long after = from;
            List<Stored.Release> done = desk.store().write(writing -> releases(writing, after));
            if (done.isEmpty()) {
                return new KeyRotation(key, values);
            }
            values += done.stream().filter(release -> sealed(release.value())).count();
            from = done.getLast().revision();
        }
    }

    private long entries(Writing writing) {
        long values = 0;
        for (Stored.Entry entry : writing.entriesAfter(-1)) {
            UnaryOperator<Concealed> again = value -> desk.again(writing, entry, value);
            Optional<Stored.Draft> draft = entry.draft().map(old -> old.resealed(again));
            Optional<Stored.Gray> gray = entry.gray().map(old -> old.resealed(again));
            writing.keep(entry.drafted(draft).grayed(entry.changed(), gray));
            values += draft.filter(kept -> sealed(Optional.of(kept.value()))).isPresent() ? 1 : 0;
            values += gray.filter(kept -> sealed(Optional.of(kept.value()))).isPresent() ? 1 : 0;
        }
        return values;
    }

    private List<Stored.Release> releases(Writing writing, long after) {
        Map<Long, Stored.Entry> entries =
                writing.entriesAfter(-1).stream().collect(Collectors.toMap(Stored.Entry::id, entry -> entry));
        List<Stored.Release> some = writing.releasesAfter(after, BATCH);
        some.forEach(release -> {
            Stored.Entry entry = Objects.requireNonNull(entries.get(release.entry()), "a release without its entry");
            writing.reseal(release.resealed(value -> desk.again(writing, entry, value)));
        });
        return some;
    }

    private static boolean sealed(Optional<Concealed> value) {
        return value.filter(kept -> !kept.sealed().isEmpty()).isPresent();
    }
}
