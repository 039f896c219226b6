package io.heddle.configcenter.store.shared;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.store.Reading;
import io.heddle.configcenter.store.Stored;
import io.heddle.contract.reply.Page;
import io.heddle.kit.json.JsonType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads a snapshot.
interface Looking extends Reading {
    JsonType<Stored.Entry> ENTRY = new JsonType<>() {};
    JsonType<Stored.Draft> DRAFT = new JsonType<>() {};
    JsonType<Stored.Gray> GRAY = new JsonType<>() {};
    JsonType<Stored.Release> RELEASE = new JsonType<>() {};
    JsonType<JsonNode> SCHEMA = new JsonType<>() {};
    JsonType<Stored.Token> TOKEN = new JsonType<>() {};
    JsonType<Stored.Audit> AUDIT = new JsonType<>() {};

    /// That of an instant.
    record At(Snapshot now) implements Looking {}

    /// What is looked at.
    Snapshot now();

    @Override
    default long revision() {
        return now().head().revision();
    }

    @Override
    default Optional<Stored.Entry> entry(EntryKey key) {
        return now().row(Keys.entry(key)).map(row -> entry(row.value(ENTRY)));
    }

    /// With its draft and its gray value, which have keys of their own.
    private Stored.Entry entry(Stored.Entry bare) {
        return new Stored.Entry(
                bare.id(),
                bare.key(),
                bare.changed(),
                bare.released(),
                now().row(Keys.draft(bare.id())).map(row -> row.read(DRAFT)),
                now().row(Keys.gray(bare.id())).map(row -> row.read(GRAY)),
                bare.seed());
    }

    @Override
    default List<Stored.Entry> entriesAfter(long revision) {
        return now().rows(Keys.ENTRIES)
                .map(row -> row.value(ENTRY))
                .filter(bare -> bare.changed() > revision)
                .sorted(Comparator.comparingLong(Stored.Entry::id))
                .map(this::entry)
                .toList();
    }

    @Override
    default Optional<Stored.Release> release(long entry, long revision) {
        return now().row(Keys.release(entry, revision)).map(row -> row.read(RELEASE));
    }

    @Override
    default Page<Stored.Release> releases(long entry, int page, int limit) {
        List<Row> rows = new ArrayList<>(now().group(Keys.releases(entry)).values()).reversed();
        return page(rows, page, limit, row -> row.read(RELEASE));
    }

    private static <A, B> Page<B> page(List<A> all, int page, int limit, Function<A, B> shown) {
        List<B> items =
                all.stream().skip((page - 1L) * limit).limit(limit).map(shown).toList();
        return new Page<>(items, all.size(), page, limit);
    }

    @Override
    default Map<Long, Stored.Release> holding(List<Stored.Entry> entries) {
        Map<Long, Stored.Release> holding = new HashMap<>();
        entries.forEach(
                entry -> release(entry.id(), entry.released()).ifPresent(release -> holding.put(entry.id(), release)));
        return holding;
    }

    @Override
    default JsonNode schema(String config) {
        return now().row(Keys.schema(config))
                .map(row -> row.read(SCHEMA))
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    @Override
    default Map<String, JsonNode> schemas() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        now().group(Keys.SCHEMAS)
                .forEach((key, row) -> schemas.put(key.substring(Keys.schema("").length()), row.read(SCHEMA)));
        return schemas;
    }

    @Override
    default List<Stored.Token> tokens() {
        return now().group(Keys.TOKENS).values().stream()
                .map(row -> row.value(TOKEN))
                .toList();
    }

    @Override
    default Page<Stored.Audit> audit(String config, String service, int page, int limit) {
        List<Row> rows = new ArrayList<>();
        now().rows(Keys.AUDITS)
                .filter(row -> config.isEmpty() || row.value(AUDIT).config().equals(config))
                .filter(row -> service.isEmpty() || of(row.value(AUDIT), service))
                .forEach(rows::add);
        Collections.reverse(rows);
        return page(rows, page, limit, row -> row.value(AUDIT));
    }

    private static boolean of(Stored.Audit audit, String service) {
        return audit.service().equals(service) || audit.service().startsWith(service + '@');
    }
}
