package io.heddle.configcenter.release;

import io.heddle.configcenter.entry.Values;
import io.heddle.configcenter.release.Desk.Act;
import io.heddle.configcenter.schema.Schemas;
import io.heddle.configcenter.store.Stored;
import io.heddle.configcenter.store.Writing;
import io.heddle.contract.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of configs.
///
/// @param desk where they are edited
public record SchemaBook(Desk desk) {
    /// All of them by the names of their configs.
    public Map<String, JsonNode> all() {
        return desk.store().read(reading -> reading.schemas());
    }

    /// Demands that a config keeps a schema; what is published must keep it already. What it marks as secret is
    /// sealed
    /// at once where it holds; masks hide it in what is older.
    ///
    /// @throws io.heddle.contract.error.ServiceException 422 with the paths that are wrong, of the schema
    ///     or of what is published
    public void put(String config, ObjectNode schema) {
        desk.schemas().check(schema);
        desk.change(new Act("put schema", config, ""), "", writing -> {
            List<Stored.Entry> entries = of(writing, config);
            entries.forEach(entry -> require(writing, entry, schema));
            writing.keepSchema(config, schema);
            entries.forEach(entry -> touch(writing, entry));
            return config;
        });
    }

    private static List<Stored.Entry> of(Writing writing, String config) {
        return writing.entriesAfter(-1).stream()
                .filter(entry -> entry.key().config().equals(config))
                .toList();
    }

    private void require(Writing writing, Stored.Entry entry, ObjectNode schema) {
        desk.holding(writing, entry).ifPresent(open -> {
            List<Violation> violations = new ArrayList<>();
            desk.schemas()
                    .violations(schema, open, Schemas.secrets(schema, open))
                    .forEach(found ->
                            violations.add(new Violation(entry.key().target() + " " + found.field(), found.message())));
            if (!violations.isEmpty()) {
                throw Values.unprocessable(violations);
            }
        });
    }

    /// Its readers get another mask.
    private void touch(Writing writing, Stored.Entry entry) {
        writing.release(entry.id(), entry.released()).ifPresent(release -> {
            release.value().ifPresent(value -> {
                ObjectNode open = desk.vault().reveal(entry.key(), value);
                writing.reseal(new Stored.Release(
                        release.entry(),
                        release.revision(),
                        release.kind(),
                        release.author(),
                        release.time(),
                        release.comment(),
                        Optional.of(desk.conceal(writing, entry, open))));
            });
            writing.keep(new Stored.Entry(
                    entry.id(),
                    entry.key(),
                    writing.revision(),
                    entry.released(),
                    entry.draft(),
                    entry.gray(),
                    entry.seed()));
        });
    }

    /// Demands nothing any more.
    public void drop(String config) {
        desk.change(new Act("drop schema", config, ""), "", writing -> {
            if (!writing.dropSchema(config)) {
                throw Desk.missing("there is no schema of " + config);
            }
            of(writing, config).forEach(entry -> touch(writing, entry));
            return config;
        });
    }
}
