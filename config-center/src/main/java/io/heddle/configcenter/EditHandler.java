package io.heddle.configcenter;

import io.heddle.configcenter.bundle.Bundles;
import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.release.Desk;
import io.heddle.configcenter.release.Pages;
import io.heddle.configcenter.release.Releases;
import io.heddle.configcenter.release.Resealing;
import io.heddle.configcenter.release.SchemaBook;
import io.heddle.configcenter.token.Tokens;
import io.heddle.contract.error.Violation;
import io.heddle.contract.reply.Page;
import io.heddle.kit.configcenter.edit.AuditEntry;
import io.heddle.kit.configcenter.edit.Bundle;
import io.heddle.kit.configcenter.edit.Bundle.Loaded;
import io.heddle.kit.configcenter.edit.ConfigEditApi;
import io.heddle.kit.configcenter.edit.Difference;
import io.heddle.kit.configcenter.edit.Draft;
import io.heddle.kit.configcenter.edit.EntryInfo;
import io.heddle.kit.configcenter.edit.Gray;
import io.heddle.kit.configcenter.edit.Publication;
import io.heddle.kit.configcenter.edit.Release;
import io.heddle.kit.configcenter.edit.TokenInfo;
import io.heddle.kit.configcenter.edit.TokenInfo.Given;
import io.heddle.kit.configcenter.edit.TokenInfo.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers editors from the rooms.
final class EditHandler implements ConfigEditApi {
    private final Desk desk;
    private final Releases releases;
    private final SchemaBook schemas;
    private final Bundles bundles;
    private final Tokens tokens;

    EditHandler(Desk desk) {
        this.desk = desk;
        this.releases = new Releases(desk);
        this.schemas = new SchemaBook(desk);
        this.bundles = new Bundles(desk, releases, schemas);
        this.tokens = new Tokens(desk);
    }

    Bundles bundles() {
        return bundles;
    }

    Tokens given() {
        return tokens;
    }

    @Override
    public List<EntryInfo> entries(Optional<String> config, Optional<String> service) {
        return releases.entries(name("config", config), name("service", service));
    }

    private static String name(String field, Optional<String> filter) {
        return filter.map(name -> EntryKey.name(field, name)).orElse("");
    }

    @Override
    public EntryInfo entry(String config, String service) {
        return releases.entry(EntryKey.of(config, service));
    }

    @Override
    public Release delete(String config, String service, Optional<Long> base) {
        return releases.delete(EntryKey.of(config, service), base);
    }

    @Override
    public Draft draft(String config, String service) {
        return releases.draft(EntryKey.of(config, service));
    }

    @Override
    public Draft saveDraft(String config, String service, ObjectNode value, Optional<Long> base) {
        return releases.saveDraft(EntryKey.of(config, service), value, base);
    }

    @Override
    public List<Violation> check(String config, String service, ObjectNode value) {
        return releases.violations(EntryKey.of(config, service), value);
    }

    @Override
    public void dropDraft(String config, String service) {
        releases.dropDraft(EntryKey.of(config, service));
    }

    @Override
    public Release publish(String config, String service, Publication publication) {
        return releases.publish(EntryKey.of(config, service), publication);
    }

    @Override
    public Page<Release> releases(String config, String service, int page, int limit) {
        return releases.history().releases(EntryKey.of(config, service), page, limit);
    }

    @Override
    public Release release(String config, String service, long revision) {
        return releases.history().release(EntryKey.of(config, service), revision);
    }

    @Override
    public List<Difference> diff(String config, String service, long from, long to) {
        return releases.history().diff(EntryKey.of(config, service), from, to);
    }

    @Override
    public Release rollBack(String config, String service, Publication.Return past) {
        return releases.rollBack(EntryKey.of(config, service), past);
    }

    @Override
    public Gray gray(String config, String service, Gray.Start start) {
        return releases.grays().start(EntryKey.of(config, service), start);
    }

    @Override
    public Release promote(String config, String service) {
        return releases.grays().promote(EntryKey.of(config, service));
    }

    @Override
    public void abandon(String config, String service) {
        releases.grays().abandon(EntryKey.of(config, service));
    }

    @Override
    public Map<String, JsonNode> schemas() {
        return schemas.all();
    }

    @Override
    public void putSchema(String config, ObjectNode schema) {
        schemas.put(EntryKey.name("config", config), schema);
    }

    @Override
    public void dropSchema(String config) {
        schemas.drop(EntryKey.name("config", config));
    }

    @Override
    public Page<AuditEntry> audit(Optional<String> config, Optional<String> service, int page, int limit) {
        Pages.check(page, limit);
        String ofConfig = name("config", config);
        String ofService = name("service", service);
        return desk.store().read(reading -> {
            var found = reading.audit(ofConfig, ofService, page, limit);
            List<AuditEntry> shown = found.items().stream()
                    .map(line -> new AuditEntry(
                            line.time(), line.author(), line.action(), line.config(), line.service(), line.detail()))
                    .toList();
            return new Page<>(shown, found.total(), page, limit);
        });
    }

    @Override
    public Bundle export(Optional<String> service) {
        return bundles.export(name("service", service));
    }

    @Override
    public Loaded load(Bundle bundle) {
        return bundles.load(bundle);
    }

    @Override
    public List<TokenInfo> tokens() {
        return tokens.all();
    }

    @Override
    public Given giveToken(Wanted wanted) {
        return tokens.give(wanted);
    }

    @Override
    public Given rotateToken(String name) {
        return tokens.rotate(name);
    }

    @Override
    public void revokeToken(String name) {
        tokens.revoke(name);
    }

    @Override
    public KeyRotation rotateKey() {
        return new Resealing(desk).rotate();
    }
}
