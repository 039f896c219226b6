package io.heddle.configcenter.store.shared;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.store.KeepingSettings;
import io.heddle.configcenter.store.Stored;
import io.heddle.configcenter.store.Writing;
import io.heddle.kit.json.JsonType;
import io.heddle.store.Change;
import io.heddle.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Changes over a snapshot, which see themselves and are told to nobody yet. For one thread.
final class SharedWriting implements Looking, Writing {
    private static final int MOST_AT_ONCE = 50;

    private final Map<String, Optional<byte[]>> changes = new LinkedHashMap<>();
    private final long base;
    private final long mostBytes;
    private Snapshot now;

    /// On the next revision.
    ///
    /// @param mostBytes how much one commit may be
    SharedWriting(Snapshot base, long mostBytes) {
        this.base = base.version();
        this.mostBytes = mostBytes;
        this.now = base.headed(base.head().next());
    }

    @Override
    public Snapshot now() {
        return now;
    }

    /// The version of the head that it is made from.
    long base() {
        return base;
    }

    /// Takes out the oldest of what is more than is to be kept. What there is no room for beside the changes in one
    /// commit is left to the next.
    void prune(KeepingSettings keeping) {
        long bytes = changes.values().stream()
                .mapToLong(json -> json.map(some -> some.length).orElse(0))
                .sum();
        if (bytes > mostBytes / 2) {
            return;
        }
        long audits = now.groups(Keys.AUDITS).mapToLong(group -> group.size()).sum();
        Stream<Row> oldAudits = now.rows(Keys.AUDITS).limit(Math.max(0, audits - keeping.audits()));
        Stream<Row> oldReleases = now.groups(Keys.RELEASES)
                .flatMap(group -> group.values().stream().limit(Math.max(0, group.size() - keeping.releases())));
        Stream.concat(oldAudits, oldReleases)
                .limit(Math.max(0, Store.MOST_CHANGES - 1 - changes.size()))
                .map(Row::key)
                .toList()
                .forEach(this::drop);
    }

    /// What is to be committed; the head is the last, so that who sees it has mostly seen all.
    List<Change> changes(String root) {
        List<Change> all = new ArrayList<>();
        changes.forEach((key, json) -> all.add(json.<Change>map(some -> new Change.Put(root + key, some))
                .orElseGet(() -> new Change.Delete(root + key))));
        all.add(new Change.Put(root + Keys.HEAD, head()));
        return all;
    }

    private byte[] head() {
        return Row.json(Head.TYPE, now.head().digest(now.digest()));
    }

    /// Makes the changes to a snapshot, now that the store has given them a version.
    Snapshot onto(Snapshot other, long version) {
        Edit edit = new Edit(other);
        changes.forEach((key, json) ->
                json.ifPresentOrElse(some -> edit.put(new Row(key, version, some)), () -> edit.remove(key, version)));
        edit.put(new Row(Keys.HEAD, version, head()));
        return edit.done();
    }

    private <T> void put(String key, JsonType<T> type, T value) {
        byte[] json = Row.json(type, value);
        if (now.row(key).filter(row -> row.holds(json)).isEmpty()) {
            changes.put(key, Optional.of(json));
            Edit edit = new Edit(now);
            edit.put(new Row(key, Long.MAX_VALUE, json));
            now = edit.done();
        }
    }

    private boolean drop(String key) {
        if (now.row(key).isEmpty()) {
            return false;
        }
        changes.put(key, Optional.empty());
        Edit edit = new Edit(now);
        edit.remove(key, Long.MAX_VALUE);
        now = edit.done();
        return true;
    }

    @Override
    public Stored.Entry entryOrNew(EntryKey key) {
        return entry(key).orElseGet(() -> {
            now = now.headed(now.head().entry());
            Stored.Entry made =
                    new Stored.Entry(now.head().entries(), key, 0, 0, Optional.empty(), Optional.empty(), "");
            keep(made);
            return made;
        });
    }

    @Override
    public void keep(Stored.Entry entry) {
        Stored.Entry bare = entry.drafted(Optional.empty()).grayed(entry.changed(), Optional.empty());
        put(Keys.entry(entry.key()), ENTRY, bare);
        entry.draft()
                .ifPresentOrElse(
                        draft -> put(Keys.draft(entry.id()), DRAFT, draft), () -> drop(Keys.draft(entry.id())));
        entry.gray().ifPresentOrElse(gray -> put(Keys.gray(entry.id()), GRAY, gray), () -> drop(Keys.gray(entry.id())));
    }

    @Override
    public void add(Stored.Release release) {
        put(Keys.release(release.entry(), release.revision()), RELEASE, release);
    }

    @Override
    public void reseal(Stored.Release release) {
        add(release);
    }

    /// Fewer than the limit where all of them might be too much for one commit.
    @Override
    public List<Stored.Release> releasesAfter(long revision, int limit) {
        List<Row> rows = new ArrayList<>();
        now.rows(Keys.RELEASES).filter(row -> Keys.last(row.key()) > revision).forEach(rows::add);
        rows.sort(Comparator.comparingLong(row -> Keys.last(row.key())));
        List<Stored.Release> some = new ArrayList<>();
        long bytes = 0;
        for (Row row : rows) {
            bytes += row.size();
            if (some.size() >= Math.min(limit, MOST_AT_ONCE) || (!some.isEmpty() && bytes > mostBytes / 2)) {
                break;
            }
            some.add(row.read(RELEASE));
        }
        return some;
    }

    @Override
    public void keepSchema(String config, JsonNode schema) {
        put(Keys.schema(config), SCHEMA, schema);
    }

    @Override
    public boolean dropSchema(String config) {
        return drop(Keys.schema(config));
    }

    @Override
    public void keep(Stored.Token token) {
        put(Keys.token(token.name()), TOKEN, token);
    }

    @Override
    public boolean dropToken(String name) {
        return drop(Keys.token(name));
    }

    @Override
    public void add(Stored.Audit audit) {
        now = now.headed(now.head().audit());
        put(Keys.audit(now.head().audits()), AUDIT, audit);
    }
}
