package io.heddle.configcenter.bundle;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.release.Desk;
import io.heddle.configcenter.release.Desk.Act;
import io.heddle.configcenter.release.Releases;
import io.heddle.configcenter.release.Releases.Publishing;
import io.heddle.configcenter.release.SchemaBook;
import io.heddle.configcenter.secret.Vault;
import io.heddle.configcenter.store.Stored;
import io.heddle.contract.error.ServiceException;
import io.heddle.kit.configcenter.edit.Bundle;
import io.heddle.kit.configcenter.edit.Bundle.Item;
import io.heddle.kit.configcenter.edit.Bundle.Loaded;
import io.heddle.kit.configcenter.edit.EntryInfo;
import io.heddle.kit.configcenter.edit.Release.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes out and puts in many entries at once. Any thread may call, within a request.
public final class Bundles {
    private final Desk desk;
    private final Releases releases;
    private final SchemaBook schemas;

    /// Works over what is published.
    public Bundles(Desk desk, Releases releases, SchemaBook schemas) {
        this.desk = desk;
        this.releases = releases;
        this.schemas = schemas;
    }

    /// All that holds, secrets masked.
    ///
    /// @param service only what is of that service, all when empty
    public Bundle export(String service) {
        List<Item> items = new ArrayList<>();
        for (EntryInfo info : releases.entries("", service)) {
            EntryKey key = new EntryKey(info.config(), info.service(), info.label());
            releases.entry(key).value().ifPresent(value -> items.add(new Item(key.config(), key.target(), value)));
        }
        Map<String, JsonNode> wanted = new TreeMap<>(schemas.all());
        wanted.keySet()
                .removeIf(config -> !service.isEmpty()
                        && items.stream().noneMatch(item -> item.config().equals(config)));
        return new Bundle(wanted, items);
    }

    /// Publishes what differs: the schemas first, then each entry in a change of its own.
    public Loaded load(Bundle bundle) {
        List<EntryKey> keys = bundle.entries().stream()
                .map(item -> EntryKey.of(item.config(), item.service()))
                .toList();
        bundle.schemas().keySet().forEach(config -> EntryKey.name("schemas", config));
        Map<String, JsonNode> known = schemas.all();
        bundle.schemas().forEach((config, schema) -> {
            if (!schema.equals(known.get(config))) {
                schemas.put(config, object(config, schema));
            }
        });
        List<String> published = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            boolean made = load(keys.get(i), bundle.entries().get(i).value(), "");
            (made ? published : unchanged).add(keys.get(i).toString());
        }
        return new Loaded(published, unchanged);
    }

    private static ObjectNode object(String config, JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            return object;
        }
        throw ServiceException.invalid("schemas." + config, "must be a JSON object");
    }

    /// Publishes a value if it differs from what holds.
    ///
    /// @param seed the SHA-256 of the file that it is from, empty for none
    boolean load(EntryKey key, ObjectNode value, String seed) {
        boolean differs = desk.store()
                .read(reading -> reading.entry(key)
                        .flatMap(entry -> releases.holding(reading, entry)
                                .filter(open -> open.equals(desk.whole(reading, entry, value))))
                        .isEmpty());
        if (!differs && seed.isEmpty()) {
            return false;
        }
        return desk.change(Act.on(key, seed.isEmpty() ? "import" : "seed"), "", writing -> {
            Stored.Entry entry = writing.entryOrNew(key).seeded(seed);
            if (!differs) {
                writing.keep(entry);
                return false;
            }
            ObjectNode whole = desk.whole(writing, entry, value);
            releases.publish(writing, entry, new Publishing(Kind.IMPORT, "", Optional.of(whole), Vault.masks(value)));
            return true;
        });
    }
}
