package io.heddle.configcenter.release;

import io.heddle.configcenter.access.Visitor;
import io.heddle.configcenter.catalog.Catalog;
import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.entry.Values;
import io.heddle.configcenter.schema.Schemas;
import io.heddle.configcenter.secret.Concealed;
import io.heddle.configcenter.secret.Vault;
import io.heddle.configcenter.store.Reading;
import io.heddle.configcenter.store.ReleaseStore;
import io.heddle.configcenter.store.Stored;
import io.heddle.configcenter.store.Writing;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What all editing shares: one transaction a change, one line of the audit trail, values checked and concealed.
///
/// @param store where it is kept
/// @param vault seals the secrets
/// @param catalog what readers see
/// @param schemas checks values
/// @param maxValue the largest value, in bytes of JSON
/// @param time what time it is
public record Desk(
        ReleaseStore store, Vault vault, Catalog catalog, Schemas schemas, int maxValue, InstantSource time) {
    /// One change.
    ///
    /// @param action what is done
    /// @param config the config it is done to, empty for none
    /// @param target the service with its label, empty for none
    public record Act(String action, String config, String target) {
        /// Something that is done to an entry.
        public static Act on(EntryKey key, String action) {
            return new Act(action, key.config(), key.target());
        }
    }

    private record Done<T>(T result, long revision) {}

    /// Does something in one transaction and adds it to the audit trail; it is on disk, and readers see it, when
    /// this returns.
    public <T> T change(Act act, String detail, Function<Writing, T> work) {
        String author = Visitor.current().name();
        Done<T> done = store.write(writing -> {
            T result = work.apply(writing);
            writing.add(new Stored.Audit(now(), author, act.action, act.config, act.target, detail));
            return new Done<>(result, writing.revision());
        });
        catalog.await(done.revision);
        return done.result;
    }

    /// The time, as exactly as the store keeps it.
    public Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// A value as it came, made whole: masks stand for what holds, what is gray and what is drafted.
    public ObjectNode whole(Reading reading, Stored.Entry entry, ObjectNode sent) {
        Values.check(sent, maxValue);
        List<ObjectNode> known = new ArrayList<>();
        entry.draft().ifPresent(draft -> known.add(vault.reveal(entry.key(), draft.value())));
        holding(reading, entry).ifPresent(known::add);
        entry.gray().ifPresent(gray -> known.add(vault.reveal(entry.key(), gray.value())));
        return Vault.unmask(sent, secrets(reading, entry, sent, Set.of()), known);
    }

    /// Refuses a value that does not keep the schema of its config.
    ///
    /// @param before where it has secrets that were kept before, which are not judged
    /// @throws ServiceException 422 with all violations by their paths
    public void conform(Reading reading, Stored.Entry entry, ObjectNode open, Set<JsonPointer> before) {
        List<Violation> violations = violations(reading, entry, open, before);
        if (!violations.isEmpty()) {
            throw Values.unprocessable(violations);
        }
    }

    /// What is wrong with a value by the schema of its config. A secret is judged when it is sent and never after: who
    /// asks about one that they may not read is told of its mask.
    ///
    /// @param before where it has secrets that were kept before, which are not judged
    List<Violation> violations(Reading reading, Stored.Entry entry, ObjectNode open, Set<JsonPointer> before) {
        Set<JsonPointer> secrets = secrets(reading, entry, open, before);
        return schemas.violations(schema(reading, entry), Vault.masked(open, before), secrets).stream()
                .filter(found -> !within(found, before))
                .toList();
    }

    /// Refuses the secrets among what was sent that do not keep the schema: whoever publishes them later is not told.
    void conformSecrets(Reading reading, Stored.Entry entry, ObjectNode open, Set<JsonPointer> before) {
        Set<JsonPointer> secrets = secrets(reading, entry, open, before);
        List<Violation> violations = violations(reading, entry, open, before).stream()
                .filter(found -> within(found, secrets))
                .toList();
        if (!violations.isEmpty()) {
            throw Values.unprocessable(violations);
        }
    }

    /// Whether it is about one of those places, or something in one.
    static boolean within(Violation found, Set<JsonPointer> places) {
        return places.stream().anyMatch(at -> (found.field() + "/").startsWith(at + "/"));
    }

    /// A value as it is kept.
    ///
    /// @param before where it was secret before
    public Concealed conceal(Reading reading, Stored.Entry entry, ObjectNode open, Set<JsonPointer> before) {
        return vault.conceal(entry.key(), open, secrets(reading, entry, open, before));
    }

    /// The same value under the newest key, with all hidden that the schema has come to mark.
    Concealed again(Reading reading, Stored.Entry entry, Concealed value) {
        ObjectNode open = vault.reveal(entry.key(), value);
        return vault.conceal(entry.key(), open, Schemas.secrets(schema(reading, entry), open, value.places()));
    }

    /// Where a value of an entry is secret: what the schema or a name says, and what is secret of the entry now.
    private Set<JsonPointer> secrets(Reading reading, Stored.Entry entry, ObjectNode value, Set<JsonPointer> before) {
        Set<JsonPointer> places = new HashSet<>(before);
        entry.draft().ifPresent(draft -> places.addAll(draft.value().places()));
        entry.gray().ifPresent(gray -> places.addAll(gray.value().places()));
        reading.release(entry.id(), entry.released())
                .flatMap(Stored.Release::value)
                .ifPresent(held -> places.addAll(held.places()));
        return Schemas.secrets(schema(reading, entry), value, places);
    }

    /// A value as it is shown.
    public ObjectNode mask(Reading reading, Stored.Entry entry, Concealed value) {
        return Vault.mask(value.shown(), schema(reading, entry));
    }

    JsonNode schema(Reading reading, Stored.Entry entry) {
        return reading.schema(entry.key().config());
    }

    /// The value that holds, with its secrets.
    Optional<ObjectNode> holding(Reading reading, Stored.Entry entry) {
        return reading.release(entry.id(), entry.released())
                .flatMap(Stored.Release::value)
                .map(value -> vault.reveal(entry.key(), value));
    }

    /// An entry that somebody has edited before.
    ///
    /// @throws ServiceException 404
    static Stored.Entry known(Reading reading, EntryKey key) {
        return reading.entry(key).orElseThrow(() -> missing("there is no entry " + key));
    }

    static ServiceException missing(String what) {
        return ServiceException.notFound(what);
    }

    /// Refuses a change that was made from another release than the one that holds.
    static void unchanged(Stored.Entry entry, long base) {
        if (base != entry.released()) {
            throw new ServiceException(
                    Status.CONFLICT,
                    "release_changed",
                    "base is revision " + base + ", but " + entry.key() + " is at revision " + entry.released(),
                    List.of(new Violation("base", "must be the revision that holds")));
        }
    }
}
