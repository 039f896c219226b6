package io.heddle.configcenter.release;

import io.heddle.configcenter.entry.Values;
import io.heddle.configcenter.release.Desk.Act;
import io.heddle.configcenter.schema.Schemas;
import io.heddle.configcenter.secret.Concealed;
import io.heddle.configcenter.store.Stored;
import io.heddle.configcenter.store.Writing;
import io.heddle.contract.error.Violation;
import io.heddle.contract.reply.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of configs.
///
/// @param desk where they are edited
public record SchemaBook(Desk desk) {
    private static final int BATCH = 200;

    /// All of them by the names of their configs.
    public Map<String, JsonNode> all() {
        return desk.store().read(reading -> reading.schemas());
    }

    /// Demands that a config keeps a schema; what is published must keep it already. What it marks as secret is
    /// sealed at once in drafts, gray values and all releases, and stays so whatever a schema says later. What is
    /// sealed already is not judged: an editor who knows no secret cannot ask about it by patterns.
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
        Optional<Concealed> held = writing.release(entry.id(), entry.released()).flatMap(Stored.Release::value);
        held.ifPresent(value -> {
            Set<JsonPointer> secrets = Schemas.secrets(schema, value.shown(), value.places());
            List<Violation> violations = desk.schemas().violations(schema, value.shown(), secrets).stream()
                    .filter(found -> !Desk.within(found, value.places()))
                    .map(found -> new Violation(entry.key().target() + " " + found.field(), found.message()))
                    .toList();
            if (!violations.isEmpty()) {
                throw Values.unprocessable(violations);
            }
        });
    }

    /// Seals what the schema has come to mark; its readers get another mask.
    private void touch(Writing writing, Stored.Entry entry) {
        UnaryOperator<Concealed> again = value -> desk.again(writing, entry, value);
        for (int page = 1; ; page++) {
            Page<Stored.Release> some = writing.releases(entry.id(), page, BATCH);
            some.items().stream()
                    .filter(release -> release.value()
                            .filter(value -> reveals(writing, entry, value))
                            .isPresent())
                    .forEach(release -> writing.reseal(release.resealed(again)));
            if (some.items().size() < BATCH) {
                break;
            }
        }
        long revision = entry.released() > 0 || entry.gray().isPresent() ? writing.revision() : entry.changed();
        writing.keep(entry.drafted(entry.draft().map(draft -> draft.resealed(again)))
                .grayed(revision, entry.gray().map(gray -> gray.resealed(again))));
    }

    /// Whether a value shows what is to be hidden.
    private boolean reveals(Writing writing, Stored.Entry entry, Concealed value) {
        return !desk.mask(writing, entry, value).equals(value.shown());
    }

    /// Demands nothing any more; what it marked stays secret.
    public void drop(String config) {
        desk.change(new Act("drop schema", config, ""), "", writing -> {
            if (!writing.dropSchema(config)) {
                throw Desk.missing("there is no schema of " + config);
            }
            return config;
        });
    }
}
