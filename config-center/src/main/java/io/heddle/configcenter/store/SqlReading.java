package io.heddle.configcenter.store;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.store.Rows.AuditRow;
import io.heddle.configcenter.store.Rows.EntryRow;
import io.heddle.configcenter.store.Rows.ReleaseRow;
import io.heddle.configcenter.store.Rows.SchemaRow;
import io.heddle.configcenter.store.Rows.TokenRow;
import io.heddle.contract.reply.Page;
import io.heddle.db.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads over a session.
record SqlReading(Session session) implements Reading {
    private static final String ENTRY =
            "SELECT id, config, service, label, changed, released, draft, gray, seed FROM config_entry ";
    private static final String RELEASE =
            "SELECT revision, entry, kind, author, made_at, note, content FROM config_release ";
    private static final String AUDIT = "FROM config_audit WHERE (? = '' OR config = ?)"
            + " AND (? = '' OR service = ? OR service LIKE CONCAT(?, '@%'))";

    @Override
    public long revision() {
        return session.one(Long.class, "SELECT revision FROM config_state WHERE id = 1")
                .orElseThrow();
    }

    @Override
    public Optional<Stored.Entry> entry(EntryKey key) {
        return session.one(
                        EntryRow.class,
                        ENTRY + "WHERE config = ? AND service = ? AND label = ?",
                        key.config(),
                        key.service(),
                        key.label())
                .map(EntryRow::entry);
    }

    @Override
    public List<Stored.Entry> entriesAfter(long revision) {
        return session.list(EntryRow.class, ENTRY + "WHERE changed > ? ORDER BY id", revision).stream()
                .map(EntryRow::entry)
                .toList();
    }

    @Override
    public Optional<Stored.Release> release(long entry, long revision) {
        return session.one(ReleaseRow.class, RELEASE + "WHERE entry = ? AND revision = ?", entry, revision)
                .map(ReleaseRow::release);
    }

    @Override
    public Page<Stored.Release> releases(long entry, int page, int limit) {
        long total = session.one(Long.class, "SELECT COUNT(*) FROM config_release WHERE entry = ?", entry)
                .orElse(0L);
        List<Stored.Release> items = session
                .list(
                        ReleaseRow.class,
                        RELEASE + "WHERE entry = ? ORDER BY revision DESC LIMIT ? OFFSET ?",
                        entry,
                        limit,
                        (page - 1L) * limit)
                .stream()
                .map(ReleaseRow::release)
                .toList();
        return new Page<>(items, total, page, limit);
    }

    /// One by one: an entry changes seldom, and all of them are read once, at the start.
    @Override
    public Map<Long, Stored.Release> holding(List<Stored.Entry> entries) {
        Map<Long, Stored.Release> holding = new HashMap<>();
        entries.forEach(
                entry -> release(entry.id(), entry.released()).ifPresent(release -> holding.put(entry.id(), release)));
        return holding;
    }

    @Override
    public JsonNode schema(String config) {
        return session.one(SchemaRow.class, "SELECT config, content FROM config_schema WHERE config = ?", config)
                .map(row -> Rows.read(Rows.SCHEMA, row.content()))
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    @Override
    public Map<String, JsonNode> schemas() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        session.list(SchemaRow.class, "SELECT config, content FROM config_schema")
                .forEach(row -> schemas.put(row.config(), Rows.read(Rows.SCHEMA, row.content())));
        return schemas;
    }

    @Override
    public List<Stored.Token> tokens() {
        return session
                .list(
                        TokenRow.class,
                        "SELECT name, scope, service, hash, author, made_at FROM config_token ORDER BY name")
                .stream()
                .map(TokenRow::token)
                .toList();
    }

    @Override
    public Page<Stored.Audit> audit(String config, String service, int page, int limit) {
        long total = session.one(Long.class, "SELECT COUNT(*) " + AUDIT, config, config, service, service, service)
                .orElse(0L);
        List<Stored.Audit> items = session
                .list(
                        AuditRow.class,
                        "SELECT made_at, author, action, config, service, detail " + AUDIT
                                + " ORDER BY id DESC LIMIT ? OFFSET ?",
                        config,
                        config,
                        service,
                        service,
                        service,
                        limit,
                        (page - 1L) * limit)
                .stream()
                .map(AuditRow::audit)
                .toList();
        return new Page<>(items, total, page, limit);
    }

    /// Over all entries.
    List<Stored.Release> releasesAfter(long revision, int limit) {
        return session
                .list(ReleaseRow.class, RELEASE + "WHERE revision > ? ORDER BY revision LIMIT ?", revision, limit)
                .stream()
                .map(ReleaseRow::release)
                .toList();
    }
}
