package io.heddle.registry.eureka;

import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.entry.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// All applications as ready answers. Only what has changed is written again.
final class Applications {
    private static final JsonType<Map<String, Object>> OBJECT = new JsonType<>() {};

    private final ConcurrentHashMap<String, Piece> pieces = new ConcurrentHashMap<>();
    private final Catalog catalog;
    private final Json json = Json.tolerant();
    private final Supplier<Ready> all;

    /// One application as it was at a revision.
    private record Piece(long revision, Map<Word, Integer> words, String json, String xml) {}

    Applications(Catalog catalog) {
        this.catalog = catalog;
        this.all = catalog.made(_ -> write());
    }

    /// The answer to who wants everything.
    Ready all() {
        return all.get();
    }

    private Ready write() {
        List<Piece> now = catalog.names().stream()
                .map(this::piece)
                .filter(piece -> !piece.words.isEmpty())
                .toList();
        pieces.keySet().removeIf(name -> catalog.revision(name) == 0);
        Map<Word, Integer> words = new EnumMap<>(Word.class);
        now.forEach(piece -> piece.words.forEach((word, count) -> words.merge(word, count, Integer::sum)));
        return whole(
                hash(words),
                now.stream().map(Piece::json).collect(Collectors.joining(",")),
                now.stream().map(Piece::xml).collect(Collectors.joining()));
    }

    private Piece piece(String name) {
        long revision = catalog.revision(name);
        Piece known = pieces.get(name);
        if (known != null && known.revision == revision) {
            return known;
        }
        Piece made = piece(revision, catalog.entries(name));
        pieces.put(name, made);
        return made;
    }

    private Piece piece(long revision, Collection<Entry> entries) {
        Map<Word, Integer> words = new EnumMap<>(Word.class);
        entries.forEach(entry -> words.merge(Shown.word(entry), 1, Integer::sum));
        Map<String, Object> application = application(entries.stream()
                .sorted(Comparator.comparing(Entry::service))
                .map(entry -> Shown.instance(entry, "ADDED"))
                .toList());
        return new Piece(revision, words, text(application), xml("application", application));
    }

    /// Instances of one application.
    static Map<String, Object> application(List<Map<String, Object>> instances) {
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("name", instances.isEmpty() ? "" : instances.getFirst().get("app"));
        application.put("instance", instances);
        return application;
    }

    private String text(Map<String, Object> object) {
        return new String(json.write(OBJECT, object), StandardCharsets.UTF_8);
    }

    private static String xml(String name, Map<String, Object> object) {
        return new XmlText().element(name, object).toString();
    }

    /// Some instances, in their applications, with the hash of all.
    Ready some(List<Map<String, Object>> instances, String hash) {
        Map<String, List<Map<String, Object>>> apps = instances.stream()
                .collect(Collectors.groupingBy(
                        instance -> String.valueOf(instance.get("app")), TreeMap::new, Collectors.toList()));
        List<Map<String, Object>> applications = new ArrayList<>();
        apps.values().forEach(some -> applications.add(application(some)));
        return whole(
                hash,
                applications.stream().map(this::text).collect(Collectors.joining(",")),
                applications.stream().map(some -> xml("application", some)).collect(Collectors.joining()));
    }

    /// A single thing, such as `{"instance":{...}}`.
    Ready one(String name, Map<String, Object> object) {
        Map<String, Object> around = Map.of(name, object);
        return Ready.of(text(around), xml(name, object), "");
    }

    private static Ready whole(String hash, String json, String xml) {
        return Ready.of(
                "{\"applications\":{\"versions__delta\":\"1\",\"apps__hashcode\":\"" + hash + "\",\"application\":["
                        + json + "]}}",
                "<applications><versions__delta>1</versions__delta><apps__hashcode>" + hash + "</apps__hashcode>" + xml
                        + "</applications>",
                hash);
    }

    /// The statuses with their counts, by name; equal for those who know the same.
    static String hash(Map<Word, Integer> words) {
        return words.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .map(entry -> entry.getKey() + "_" + entry.getValue() + "_")
                .collect(Collectors.joining());
    }

    /// The name of the service behind the name of an application.
    static String service(String app) {
        return app.toLowerCase(Locale.ROOT);
    }
}
