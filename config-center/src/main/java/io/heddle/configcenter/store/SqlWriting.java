package io.heddle.configcenter.store;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.contract.reply.Page;
import io.heddle.db.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Changes over a session whose transaction has made a revision.
record SqlWriting(SqlReading reading, Session session, KeepingSettings keeping) implements Writing {
    @Override
    public long revision() {
        return reading.revision();
    }

    @Override
    public Optional<Stored.Entry> entry(EntryKey key) {
        return reading.entry(key);
    }

    @Override
    public List<Stored.Entry> entriesAfter(long revision) {
        return reading.entriesAfter(revision);
    }

    @Override
    public Optional<Stored.Release> release(long entry, long revision) {
        return reading.release(entry, revision);
    }

    @Override
    public Page<Stored.Release> releases(long entry, int page, int limit) {
        return reading.releases(entry, page, limit);
    }

    @Override
    public Map<Long, Stored.Release> holding(List<Stored.Entry> entries) {
        return reading.holding(entries);
    }

    @Override
    public JsonNode schema(String config) {
        return reading.schema(config);
    }

    @Override
    public Map<String, JsonNode> schemas() {
        return reading.schemas();
    }

    @Override
    public List<Stored.Token> tokens() {
        return reading.tokens();
    }

    @Override
    public Page<Stored.Audit> audit(String config, String service, int page, int limit) {
        return reading.audit(config, service, page, limit);
    }

    @Override
    public Stored.Entry entryOrNew(EntryKey key) {
        return entry(key).orElseGet(() -> {
            long id = session.insert(
                    "INSERT INTO config_entry (config, service, label, changed, released, seed)"
                            + " VALUES (?, ?, ?, 0, 0, '')",
                    key.config(),
                    key.service(),
                    key.label());
            return new Stored.Entry(id, key, 0, 0, Optional.empty(), Optional.empty(), "");
        });
    }

    @Override
    public void keep(Stored.Entry entry) {
        session.update(
                "UPDATE config_entry SET changed = ?, released = ?, draft = ?, gray = ?, seed = ? WHERE id = ?",
                entry.changed(),
                entry.released(),
                entry.draft().map(draft -> Rows.write(Rows.DRAFT, draft)).orElse(null),
                entry.gray().map(gray -> Rows.write(Rows.GRAY, gray)).orElse(null),
                entry.seed(),
                entry.id());
    }

    @Override
    public void add(Stored.Release release) {
        session.update(
                "INSERT INTO config_release (revision, entry, kind, author, made_at, note, content)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                release.revision(),
                release.entry(),
                release.kind(),
                release.author(),
                release.time(),
                release.comment(),
                content(release));
        session.one(
                        Long.class,
                        "SELECT revision FROM config_release WHERE entry = ? ORDER BY revision DESC LIMIT 1 OFFSET ?",
                        release.entry(),
                        keeping.releases())
                .ifPresent(old -> session.update(
                        "DELETE FROM config_release WHERE entry = ? AND revision <= ?", release.entry(), old));
    }

    private static @Nullable String content(Stored.Release release) {
        return release.value().map(value -> Rows.write(Rows.VALUE, value)).orElse(null);
    }

    @Override
    public void reseal(Stored.Release release) {
        session.update(
                "UPDATE config_release SET content = ? WHERE revision = ?", content(release), release.revision());
    }

    @Override
    public List<Stored.Release> releasesAfter(long revision, int limit) {
        return reading.releasesAfter(revision, limit);
    }

    @Override
    public void keepSchema(String config, JsonNode schema) {
        dropSchema(config);
        session.update(
                "INSERT INTO config_schema (config, content) VALUES (?, ?)", config, Rows.write(Rows.SCHEMA, schema));
    }

    @Override
    public boolean dropSchema(String config) {
        return session.update("DELETE FROM config_schema WHERE config = ?", config) > 0;
    }

    @Override
    public void keep(Stored.Token token) {
        dropToken(token.name());
        session.update(
                "INSERT INTO config_token (name, scope, service, hash, author, made_at) VALUES (?, ?, ?, ?, ?, ?)",
                token.name(),
                token.scope(),
                token.service(),
                token.hash(),
                token.author(),
                token.time());
    }

    @Override
    public boolean dropToken(String name) {
        return session.update("DELETE FROM config_token WHERE name = ?", name) > 0;
    }

    @Override
    public void add(Stored.Audit audit) {
        session.update(
                "INSERT INTO config_audit (made_at, author, action, config, service, detail) VALUES (?, ?, ?, ?, ?, ?)",
                audit.time(),
                audit.author(),
                audit.action(),
                audit.config(),
                audit.service(),
                audit.detail());
        session.one(Long.class, "SELECT id FROM config_audit ORDER BY id DESC LIMIT 1 OFFSET ?", keeping.audits())
                .ifPresent(old -> session.update("DELETE FROM config_audit WHERE id <= ?", old));
    }
}
