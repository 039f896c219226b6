package io.heddle.registry.eureka;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.RegistryApi.LeaseChange;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.check.Checks;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import io.heddle.registry.foreign.Label;
import io.heddle.registry.lease.Leases;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What clients of the protocol change.
final class Registrations {
    private static final long LONGEST_SECONDS = Duration.ofMinutes(10).toSeconds();
    private static final int LONGEST_DOCUMENT = 16_384;

    private final Catalog catalog;
    private final Leases leases;

    Registrations(Catalog catalog, Leases leases) {
        this.catalog = catalog;
        this.leases = leases;
    }

    /// The instance of an application, one that came through another protocol by its label.
    Optional<Entry> find(String app, String id) {
        return catalog.find(origin(app, id, ""))
                .or(() -> new Label(id)
                        .find(catalog, Shown.FACADE)
                        .filter(entry -> entry.name().equals(Applications.service(app))));
    }

    private static Origin origin(String app, String id, String document) {
        return new Origin(Shown.FACADE, app + '/' + id, document);
    }

    /// Takes a registration. One that the client made before the last that we took only renews.
    ///
    /// @throws ServiceException 400 naming what is wrong, 429 when there is no room
    void register(Request said) {
        Optional<Entry> known = catalog.find(origin(said.app(), said.id(), ""));
        if (known.filter(entry -> Document.dirty(entry) > said.dirty()).isPresent()) {
            leases.renew(leases.token(known.get()));
            return;
        }
        String name = Applications.service(said.app());
        Word override = known.map(Registrations::standing).orElse(said.override());
        Document document = Document.of(said.dirty(), said.status(), override, said.fields());
        if (document.json().length() > LONGEST_DOCUMENT) {
            throw said.said().wrong("instance", "must be at most " + LONGEST_DOCUMENT + " characters");
        }
        Checks.require(said.url(), said.metadata());
        Registration registration = registration(name, said.url(), said.metadata(), status(known, document));
        long seconds = Math.clamp(said.duration(), 1, LONGEST_SECONDS);
        leases.register(registration, origin(said.app(), said.id(), document.text()), Duration.ofSeconds(seconds));
    }

    /// The override that was set, unless somebody has set another status by other means since.
    private static Word standing(Entry entry) {
        Word override = Document.of(entry).override();
        boolean stands = entry.status() == InstanceStatus.SUSPECT || entry.status() == override.status();
        return stands ? override : Word.UNKNOWN;
    }

    /// What somebody else took out of everyone's choice stays out, whatever the client says.
    private static InstanceStatus status(Optional<Entry> known, Document document) {
        boolean drained = known.filter(entry -> entry.status() == InstanceStatus.DRAINING)
                .filter(entry -> Document.of(entry).word() != Word.OUT_OF_SERVICE)
                .isPresent();
        return drained ? InstanceStatus.DRAINING : document.word().status();
    }

    private static Registration registration(
            String name, String url, Map<String, String> metadata, InstanceStatus status) {
        return new Registration(
                name,
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(status),
                Optional.empty(),
                Optional.ofNullable(metadata.get("zone")),
                Optional.ofNullable(metadata.get("version")),
                Optional.empty(),
                Optional.of(metadata),
                Optional.empty());
    }

    /// Takes a beat; false makes the client register again: when we do not know it, or not as it is now.
    boolean renew(String app, String id, Optional<Long> dirty) {
        Optional<Entry> known = catalog.find(origin(app, id, ""));
        return known.filter(entry ->
                        dirty.filter(said -> said > Document.dirty(entry)).isEmpty())
                .filter(entry -> leases.renew(leases.token(entry)))
                .isPresent();
    }

    /// Takes an instance out.
    void remove(Entry entry) {
        leases.deregister(leases.token(entry));
    }

    /// Sets a status that goes before what the client says; `UNKNOWN` gives that back its place.
    void override(Entry entry, Word word) {
        if (!entry.origin().of(Shown.FACADE)) {
            InstanceStatus status = word == Word.UNKNOWN ? InstanceStatus.UP : word.status();
            leases.change(leases.token(entry), new LeaseChange(Optional.of(status), Optional.empty()));
            return;
        }
        Document document = Document.of(entry).override(word);
        again(entry, entry.details().metadata(), document.word().status(), document.text());
    }

    /// Adds metadata.
    void metadata(Entry entry, Map<String, String> more) {
        Map<String, String> metadata = new LinkedHashMap<>(entry.details().metadata());
        metadata.putAll(more);
        Checks.require(entry.service(), metadata);
        InstanceStatus status = entry.status() == InstanceStatus.SUSPECT ? InstanceStatus.UP : entry.status();
        again(entry, metadata, status, entry.origin().document());
    }

    private void again(Entry entry, Map<String, String> metadata, InstanceStatus status, String document) {
        Registration same = new Registration(
                entry.name(),
                entry.service(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(status),
                Optional.of(entry.weight()),
                Optional.of(entry.details().zone()),
                Optional.of(entry.details().version()),
                Optional.empty(),
                Optional.of(metadata),
                Optional.of(entry.details().methods()));
        Origin origin = new Origin(entry.origin().facade(), entry.origin().id(), document);
        leases.revise(entry, same, origin);
    }
}
