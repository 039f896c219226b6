package io.heddle.configcenter.secret;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.entry.Values;
import io.heddle.configcenter.schema.Schemas;
import io.heddle.contract.error.Violation;
import io.heddle.contract.log.SecretNames;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.seal.BrokenSealException;
import io.heddle.kit.seal.Seal;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Seals and opens the secrets of values. Each is bound to its entry and its path. Safe for use by any thread.
public final class Vault {
    private static final JsonType<JsonNode> NODE = new JsonType<>() {};
    private static final StringNode MASK = StringNode.valueOf(SecretNames.MASK);

    private final KeyFile file;
    private final Json json = Json.strict();
    private volatile Keys keys;

    private Vault(KeyFile file) {
        this.file = file;
        this.keys = Keys.of(file.open());
    }

    /// The vault whose keys are in that file, made on the first start; of this process only when there is no
    /// file.
    public static Vault open(Optional<Path> file) {
        return new Vault(new KeyFile(file));
    }

    /// Makes another key, under which all is sealed from now on; what was sealed before can still be opened.
    ///
    /// @return the name of the key
    public synchronized String rotate() {
        keys = Keys.of(file.another(keys.all()));
        return keys.newest().getKey();
    }

    /// Hides and seals what is secret of a value.
    ///
    /// @param places where it is, the outermost of each
    public Concealed conceal(EntryKey entry, ObjectNode open, Set<JsonPointer> places) {
        ObjectNode shown = open.deepCopy();
        Map<String, String> sealed = new LinkedHashMap<>();
        for (JsonPointer at : places) {
            sealed.put(at.toString(), seal(json.write(NODE, open.at(at)), belongsTo(entry, at.toString())));
            Values.replace(shown, at, MASK);
        }
        return new Concealed(shown, sealed);
    }

    /// The value with its secrets.
    ///
    /// @throws UnreadableException 503 when it cannot be opened under the keys of this node
    public ObjectNode reveal(EntryKey entry, Concealed concealed) {
        ObjectNode open = concealed.shown().deepCopy();
        concealed.sealed().forEach((path, text) -> {
            JsonNode secret = json.read(NODE, open(entry, path, text));
            Values.replace(open, JsonPointer.compile(path), secret);
        });
        return open;
    }

    /// The value without its secrets, those that the schema has come to mark too.
    public static ObjectNode mask(ObjectNode value, JsonNode schema) {
        ObjectNode shown = value.deepCopy();
        Schemas.secrets(schema, value).forEach(at -> Values.replace(shown, at, MASK));
        return shown;
    }

    /// Where a value that was sent has masks.
    public static Set<JsonPointer> masks(ObjectNode sent) {
        Set<JsonPointer> masks = new LinkedHashSet<>();
        Values.each(sent, (at, node) -> {
            if (node.equals(MASK)) {
                masks.add(at);
            }
        });
        return masks;
    }

    /// The value with masks in those places, where it has them.
    public static ObjectNode masked(ObjectNode value, Set<JsonPointer> places) {
        ObjectNode shown = value.deepCopy();
        places.stream().filter(at -> !value.at(at).isMissingNode()).forEach(at -> Values.replace(shown, at, MASK));
        return shown;
    }

    /// The value that was sent, with the secrets that its masks stand for.
    ///
    /// @param places where a mask stands for a secret
    /// @param known values that may have them, the first that has wins
    /// @throws io.heddle.contract.error.ServiceException 422 naming each mask that stands for nothing
    public static ObjectNode unmask(ObjectNode sent, Set<JsonPointer> places, List<ObjectNode> known) {
        ObjectNode full = sent.deepCopy();
        List<Violation> violations = new ArrayList<>();
        Values.each(sent, (at, node) -> {
            if (node.equals(MASK)) {
                Optional<JsonNode> kept = places.contains(at) ? kept(at, known) : Optional.empty();
                kept.ifPresentOrElse(
                        secret -> Values.replace(full, at, secret),
                        () -> violations.add(
                                new Violation(at.toString(), "is a mask, and there is no secret that it stands for")));
            }
        });
        if (!violations.isEmpty()) {
            throw Values.unprocessable(violations);
        }
        return full;
    }

    private static Optional<JsonNode> kept(JsonPointer at, List<ObjectNode> known) {
        return known.stream()
                .map(value -> value.at(at))
                .filter(node -> !node.isMissingNode())
                .findFirst();
    }

    private static String belongsTo(EntryKey entry, String path) {
        return entry + "#" + path;
    }

    private String seal(byte[] open, String belongsTo) {
        Map.Entry<String, Seal> newest = keys.newest();
        byte[] sealed = newest.getValue().seal(open, belongsTo);
        return newest.getKey() + ':' + Base64.getEncoder().encodeToString(sealed);
    }

    private byte[] open(EntryKey entry, String path, String text) {
        int colon = text.indexOf(':');
        String name = text.substring(0, colon);
        Seal seal = seal(entry, name);
        if (seal == null) {
            throw new UnreadableException(entry, "its key " + name + " is not in the key file", null);
        }
        try {
            return seal.open(Base64.getDecoder().decode(text.substring(colon + 1)), belongsTo(entry, path));
        } catch (BrokenSealException e) {
            throw new UnreadableException(entry, "it was sealed under another key, or changed", e);
        }
    }

    /// Another node may have made a key since the file was read.
    private @Nullable Seal seal(EntryKey entry, String name) {
        Seal known = keys.seals().get(name);
        if (known != null) {
            return known;
        }
        try {
            return renewed().seals().get(name);
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
            throw new UnreadableException(entry, "the key file has become unusable", e);
        }
    }

    private synchronized Keys renewed() {
        keys = Keys.of(Keys.both(keys.all(), file.read()));
        return keys;
    }
}
