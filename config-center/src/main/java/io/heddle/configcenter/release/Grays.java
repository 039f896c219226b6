package io.heddle.configcenter.release;

import io.heddle.configcenter.access.Visitor;
import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.release.Desk.Act;
import io.heddle.configcenter.release.Releases.Publishing;
import io.heddle.configcenter.secret.Concealed;
import io.heddle.configcenter.secret.Vault;
import io.heddle.configcenter.store.Reading;
import io.heddle.configcenter.store.Stored;
import io.heddle.configcenter.store.Writing;
import io.heddle.contract.error.ServiceException;
import io.heddle.kit.configcenter.edit.Gray;
import io.heddle.kit.configcenter.edit.Release;
import io.heddle.kit.configcenter.edit.Release.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/// Values that some instances have before all others, or never.
public record Grays(Desk desk, Publisher publisher) {
    private static final int MOST = 1000;
    private static final int LONGEST = 255;

    /// Makes a release within a change.
    @FunctionalInterface
    public interface Publisher {
        /// Makes it.
        Release publish(Writing writing, Stored.Entry entry, Publishing what);
    }

    /// Gives a value to some.
    public Gray start(EntryKey key, Gray.Start start) {
        List<String> labels = names("labels", start.labels());
        List<String> instances = names("instances", start.instances());
        if (labels.isEmpty() && instances.isEmpty()) {
            throw ServiceException.invalid("labels", "must name a label, or instances an instance");
        }
        String to = "to labels " + labels + " and instances " + instances;
        return desk.change(Act.on(key, "gray"), to, writing -> {
            Stored.Entry entry = start.value().isPresent() ? writing.entryOrNew(key) : Desk.known(writing, key);
            ObjectNode open = value(writing, entry, start.value());
            desk.conform(writing, entry, open, kept(entry, start.value()));
            long revision = writing.revision();
            Stored.Gray gray = new Stored.Gray(
                    labels,
                    instances,
                    revision,
                    Visitor.current().name(),
                    desk.now(),
                    desk.conceal(writing, entry, open, Set.of()));
            writing.keep(entry.grayed(revision, Optional.of(gray)));
            return shown(writing, entry, gray);
        });
    }

    private static List<String> names(String field, Optional<List<String>> names) {
        List<String> given = names.orElse(List.of());
        if (given.size() > MOST || given.stream().anyMatch(name -> name.isBlank() || name.length() > LONGEST)) {
            throw ServiceException.invalid(field, "must be at most 1000 names of 1 to 255 characters");
        }
        return given;
    }

    private ObjectNode value(Reading reading, Stored.Entry entry, Optional<ObjectNode> sent) {
        return sent.map(value -> desk.whole(reading, entry, value))
                .or(() -> entry.draft().map(draft -> desk.vault().reveal(entry.key(), draft.value())))
                .orElseThrow(() -> Desk.missing("there is no draft of " + entry.key()));
    }

    private static Set<JsonPointer> kept(Stored.Entry entry, Optional<ObjectNode> sent) {
        return sent.map(Vault::masks)
                .or(() -> entry.draft().map(draft -> draft.value().places()))
                .orElse(Set.of());
    }

    /// A gray release as editors see it.
    Gray shown(Reading reading, Stored.Entry entry, Stored.Gray gray) {
        return new Gray(
                gray.labels(),
                gray.instances(),
                gray.revision(),
                gray.author(),
                gray.time(),
                desk.mask(reading, entry, gray.value()));
    }

    /// Makes a release for all of it.
    public Release promote(EntryKey key) {
        return desk.change(Act.on(key, "promote"), "", writing -> {
            Stored.Entry entry = Desk.known(writing, key);
            Concealed gray = gray(entry).value();
            Publishing all = Publishing.again(Kind.PROMOTE, "", desk.vault().reveal(key, gray), gray.places());
            Stored.Entry plain = entry.grayed(entry.changed(), Optional.empty());
            return publisher.publish(writing, plain, all);
        });
    }

    /// Takes it back.
    public void abandon(EntryKey key) {
        desk.change(Act.on(key, "abandon"), "", writing -> {
            Stored.Entry entry = Desk.known(writing, key);
            Stored.Gray gone = gray(entry);
            writing.keep(entry.grayed(writing.revision(), Optional.empty()));
            return gone;
        });
    }

    private static Stored.Gray gray(Stored.Entry entry) {
        return entry.gray().orElseThrow(() -> Desk.missing("nothing is gray of " + entry.key()));
    }
}
