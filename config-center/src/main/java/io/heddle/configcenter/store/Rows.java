package io.heddle.configcenter.store;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.secret.Concealed;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The rows of the tables, and what they stand for.
final class Rows {
    static final JsonType<Concealed> VALUE = new JsonType<>() {};
    static final JsonType<Stored.Draft> DRAFT = new JsonType<>() {};
    static final JsonType<Stored.Gray> GRAY = new JsonType<>() {};
    static final JsonType<JsonNode> SCHEMA = new JsonType<>() {};

    private static final Json JSON = Json.tolerant();

    record EntryRow(
            long id,
            String config,
            String service,
            String label,
            long changed,
            long released,
            Optional<String> draft,
            Optional<String> gray,
            String seed) {
        Stored.Entry entry() {
            return new Stored.Entry(
                    id,
                    new EntryKey(config, service, label),
                    changed,
                    released,
                    draft.map(text -> read(DRAFT, text)),
                    gray.map(text -> read(GRAY, text)),
                    seed);
        }
    }

    record ReleaseRow(
            long revision,
            long entry,
            String kind,
            String author,
            Instant madeAt,
            String note,
            Optional<String> content) {
        Stored.Release release() {
            return new Stored.Release(
                    entry, revision, kind, author, madeAt, note, content.map(text -> read(VALUE, text)));
        }
    }

    record SchemaRow(String config, String content) {}

    record TokenRow(String name, String scope, String service, String hash, String author, Instant madeAt) {
        Stored.Token token() {
            return new Stored.Token(name, scope, service, hash, author, madeAt);
        }
    }

    record AuditRow(Instant madeAt, String author, String action, String config, String service, String detail) {
        Stored.Audit audit() {
            return new Stored.Audit(madeAt, author, action, config, service, detail);
        }
    }

    private Rows() {}

    static <T> String write(JsonType<T> type, T value) {
        return new String(JSON.write(type, value), StandardCharsets.UTF_8);
    }

    static <T> T read(JsonType<T> type, String text) {
        return JSON.read(type, text.getBytes(StandardCharsets.UTF_8));
    }
}
