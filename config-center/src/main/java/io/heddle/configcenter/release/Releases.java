package io.heddle.configcenter.release;

import io.heddle.configcenter.access.Visitor;
import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.release.Desk.Act;
import io.heddle.configcenter.secret.Concealed;
import io.heddle.configcenter.secret.Vault;
import io.heddle.configcenter.store.Reading;
import io.heddle.configcenter.store.Stored;
import io.heddle.configcenter.store.Writing;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Violation;
import io.heddle.kit.configcenter.edit.Draft;
import io.heddle.kit.configcenter.edit.EntryInfo;
import io.heddle.kit.configcenter.edit.Publication;
import io.heddle.kit.configcenter.edit.Release;
import io.heddle.kit.configcenter.edit.Release.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/// Drafts and releases of entries. Any thread may call, within a request.
public final class Releases {
    private static final int LONGEST_COMMENT = 2000;

    private final Desk desk;
    private final Grays grays;
    private final History history;

    /// Edits at that desk.
    public Releases(Desk desk) {
        this.desk = desk;
        this.grays = new Grays(desk, this::publish);
        this.history = new History(desk);
    }

    /// The releases that were made.
    public History history() {
        return history;
    }

    /// The gray releases.
    public Grays grays() {
        return grays;
    }

    /// All entries that hold, are drafted or gray, without their values; the filters are names or empty.
    public List<EntryInfo> entries(String config, String service) {
        return desk.store()
                .read(reading -> reading.entriesAfter(-1).stream()
                        .filter(entry ->
                                config.isEmpty() || entry.key().config().equals(config))
                        .filter(entry ->
                                service.isEmpty() || entry.key().service().equals(service))
                        .map(entry -> info(reading, entry, false))
                        .filter(info -> info.time().isPresent()
                                || info.draft()
                                || info.gray().isPresent())
                        .toList());
    }

    /// The value that holds, with its secrets; not to be shown.
    public Optional<ObjectNode> holding(Reading reading, Stored.Entry entry) {
        return desk.holding(reading, entry);
    }

    /// An entry with what holds.
    public EntryInfo entry(EntryKey key) {
        return desk.store().read(reading -> info(reading, Desk.known(reading, key), true));
    }

    private EntryInfo info(Reading reading, Stored.Entry entry, boolean whole) {
        Optional<Stored.Release> held = reading.release(entry.id(), entry.released())
                .filter(release -> release.value().isPresent());
        return new EntryInfo(
                entry.key().config(),
                entry.key().service(),
                entry.key().label(),
                entry.released(),
                held.map(Stored.Release::author).orElse(""),
                held.map(Stored.Release::time),
                held.filter(_ -> whole).flatMap(Stored.Release::value).map(value -> desk.mask(reading, entry, value)),
                entry.draft().isPresent(),
                entry.gray().map(gray -> grays.shown(reading, entry, gray)));
    }

    /// What is being edited.
    public Draft draft(EntryKey key) {
        return desk.store().read(reading -> {
            Stored.Entry entry = Desk.known(reading, key);
            return shown(reading, entry, drafted(entry));
        });
    }

    static Stored.Draft drafted(Stored.Entry entry) {
        return entry.draft().orElseThrow(() -> Desk.missing("there is no draft of " + entry.key()));
    }

    private Draft shown(Reading reading, Stored.Entry entry, Stored.Draft draft) {
        return new Draft(draft.base(), draft.author(), draft.time(), desk.mask(reading, entry, draft.value()));
    }

    /// Keeps what is being edited.
    public Draft saveDraft(EntryKey key, ObjectNode value, Optional<Long> base) {
        return desk.change(Act.on(key, "draft"), "", writing -> {
            Stored.Entry entry = writing.entryOrNew(key);
            ObjectNode whole = desk.whole(writing, entry, value);
            desk.conformSecrets(writing, entry, whole, Vault.masks(value));
            Concealed kept = desk.conceal(writing, entry, whole, Set.of());
            Stored.Draft draft = new Stored.Draft(
                    base.orElse(entry.released()), Visitor.current().name(), desk.now(), kept);
            writing.keep(entry.drafted(Optional.of(draft)));
            return shown(writing, entry, draft);
        });
    }

    /// What is wrong with a value by the schema of its config.
    public List<Violation> violations(EntryKey key, ObjectNode value) {
        return desk.store().read(reading -> {
            Stored.Entry entry = reading.entry(key)
                    .orElseGet(() -> new Stored.Entry(0, key, 0, 0, Optional.empty(), Optional.empty(), ""));
            return desk.violations(reading, entry, desk.whole(reading, entry, value), Vault.masks(value));
        });
    }

    /// Throws away what is being edited.
    public void dropDraft(EntryKey key) {
        desk.change(Act.on(key, "drop draft"), "", writing -> {
            Stored.Entry entry = Desk.known(writing, key);
            Stored.Draft dropped = drafted(entry);
            writing.keep(entry.drafted(Optional.empty()));
            return dropped;
        });
    }

    /// Makes a release of the draft or of a value.
    public Release publish(EntryKey key, Publication publication) {
        String comment = comment(publication.comment());
        return desk.change(Act.on(key, "publish"), comment, writing -> {
            Stored.Entry entry = publication.value().isPresent() ? writing.entryOrNew(key) : Desk.known(writing, key);
            Desk.unchanged(
                    entry,
                    publication
                            .base()
                            .orElseGet(() -> publication.value().isPresent()
                                    ? entry.released()
                                    : drafted(entry).base()));
            return publication
                    .value()
                    .map(sent -> publish(
                            writing,
                            entry,
                            Publishing.again(
                                    Kind.PUBLISH, comment, desk.whole(writing, entry, sent), Vault.masks(sent))))
                    .orElseGet(() -> {
                        Concealed draft = drafted(entry).value();
                        ObjectNode open = desk.vault().reveal(key, draft);
                        Publishing drafted = Publishing.again(Kind.PUBLISH, comment, open, draft.places());
                        return publish(writing, entry.drafted(Optional.empty()), drafted);
                    });
        });
    }

    /// What is to be published.
    ///
    /// @param value the value with its secrets, absent to end the entry
    /// @param places where it has secrets that were kept before
    public record Publishing(Kind kind, String comment, Optional<ObjectNode> value, Set<JsonPointer> places) {
        /// Copies the places in.
        public Publishing {
            places = Set.copyOf(places);
        }

        /// A value that was kept before, or parts of it.
        static Publishing again(Kind kind, String comment, ObjectNode value, Set<JsonPointer> places) {
            return new Publishing(kind, comment, Optional.of(value), places);
        }
    }

    /// Makes a release within a change; the schema is asked.
    public Release publish(Writing writing, Stored.Entry entry, Publishing what) {
        what.value().ifPresent(open -> desk.conform(writing, entry, open, what.places()));
        long revision = writing.revision();
        Stored.Release release = new Stored.Release(
                entry.id(),
                revision,
                what.kind().name(),
                Visitor.current().name(),
                desk.now(),
                what.comment(),
                what.value().map(open -> desk.conceal(writing, entry, open, what.places())));
        writing.add(release);
        writing.keep(entry.released(revision));
        return history.shown(writing, entry, release);
    }

    /// Ends an entry.
    public Release delete(EntryKey key, Optional<Long> base) {
        return desk.change(Act.on(key, "delete"), "", writing -> {
            Stored.Entry entry = Desk.known(writing, key);
            Desk.unchanged(entry, base.orElse(entry.released()));
            if (desk.holding(writing, entry).isEmpty()) {
                throw Desk.missing("nothing is published of " + key);
            }
            Stored.Entry plain = entry.grayed(entry.changed(), Optional.empty());
            return publish(writing, plain, new Publishing(Kind.DELETE, "", Optional.empty(), Set.of()));
        });
    }

    /// Publishes an old release again.
    public Release rollBack(EntryKey key, Publication.Return past) {
        if (past.revision() < 1) {
            throw ServiceException.invalid("revision", "must be that of a release");
        }
        String comment = comment(past.comment());
        return desk.change(Act.on(key, "roll back"), "to revision " + past.revision(), writing -> {
            Stored.Entry entry = Desk.known(writing, key);
            Desk.unchanged(entry, past.base().orElse(entry.released()));
            Stored.Release old = History.made(writing, entry, past.revision());
            Concealed value = old.value()
                    .orElseThrow(() -> ServiceException.invalid("revision", "must not be that of a deletion"));
            ObjectNode open = desk.vault().reveal(key, value);
            return publish(writing, entry, Publishing.again(Kind.ROLLBACK, comment, open, value.places()));
        });
    }

    private static String comment(Optional<String> comment) {
        if (comment.filter(text -> text.length() > LONGEST_COMMENT).isPresent()) {
            throw ServiceException.invalid("comment", "must be at most " + LONGEST_COMMENT + " characters");
        }
        return comment.orElse("");
    }
}
