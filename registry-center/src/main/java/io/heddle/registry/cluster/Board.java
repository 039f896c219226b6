package io.heddle.registry.cluster;

import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.cluster.Pending.Kind;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.lease.Replica;
import io.heddle.store.Item;
import io.heddle.store.Listing;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the store is known to hold and what it is still to be told, in step with the leases. Everything happens under
/// the lock of the leases.
///
/// One rule settles who is right: who heard the instance itself, and of two who did, who heard it last.
final class Board {
    private final Replica replica;
    private final Keys keys;
    private final String me;
    private final Duration grace;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private long numbers;
    private String birth = "";
    private long revision;
    private boolean loaded;

    Board(Replica replica, Keys keys, String me, Duration grace) {
        this.replica = replica;
        this.keys = keys;
        this.me = me;
        this.grace = grace;
    }

    Map<String, Pending> pending() {
        return pending;
    }

    Map<String, Known> known() {
        return known;
    }

    boolean loaded() {
        return loaded;
    }

    boolean nameless() {
        return loaded && birth.isEmpty();
    }

    /// The content of the store has that name.
    void born(String name) {
        birth = name;
    }

    /// This node changed an instance.
    void mark(Entry entry, Kind kind) {
        Pending before = pending.get(key(entry));
        boolean heard = before != null && before.kind() == Kind.HEARD && kind == Kind.EDIT;
        queue(entry, heard ? Kind.HEARD : kind, 0);
    }

    /// An instance is gone from this node.
    ///
    /// @param until what was heard of it up to then is outdone
    void gone(Entry entry, long until) {
        queue(entry, Kind.GONE, until);
    }

    /// An instance was silent for too long here.
    void silent(Entry entry) {
        queue(entry, Kind.SILENT, entry.beat().lastMillis());
    }

    private void queue(Entry entry, Kind kind, long until) {
        pending.remove(key(entry));
        pending.put(key(entry), new Pending(++numbers, kind, entry.name(), entry.service(), until));
    }

    private String key(Entry entry) {
        return keys.instance(entry.name(), entry.service());
    }

    /// The instance, if what was silent is so still.
    Optional<Entry> stillSilent(Pending silent) {
        return replica.find(silent.name(), silent.service())
                .filter(replica::mine)
                .filter(entry -> entry.beat().lastMillis() <= silent.until());
    }

    /// The store holds no instance any more that was silent. One that beat meanwhile is told of anew.
    void settled(Pending silent) {
        stillSilent(silent)
                .ifPresentOrElse(
                        replica::remove,
                        () -> replica.find(silent.name(), silent.service())
                                .filter(replica::mine)
                                .ifPresent(entry -> mark(entry, Kind.HEARD)));
    }

    /// A beat came from an instance that this node did not keep, or was not sure of.
    void heard(Entry entry) {
        Known record = known.get(key(entry));
        if (record == null || !record.owner().equals(me) || !record.heard()) {
            mark(entry, Kind.HEARD);
        }
    }

    /// Everything that the store holds.
    void all(Listing listing) {
        List<Item> items = listing.items().stream()
                .filter(item -> item.key().startsWith(keys.instances()))
                .toList();
        if (listing.revision() < revision || !(birth.isEmpty() || birth.equals(keys.birth(listing)))) {
            anew();
        }
        birth = keys.birth(listing);
        revision = listing.revision();
        items.forEach(this::put);
        if (!loaded) {
            loaded = true;
            settleKept(items.isEmpty());
        }
        Set<String> there = items.stream().map(Item::key).collect(Collectors.toSet());
        Map.copyOf(known).forEach((key, record) -> {
            if (!there.contains(key) && record.version() <= listing.revision()) {
                gone(key);
            }
        });
    }

    /// The store has forgotten: it is told of everything that is shown here, for who kept the rest may be gone too.
    private void anew() {
        known.clear();
        List<Entry> others =
                replica.entries().filter(entry -> !replica.mine(entry)).toList();
        replica.entries().filter(replica::mine).forEach(entry -> mark(entry, Kind.HEARD));
        others.forEach(this::adopt);
    }

    /// What this node kept over its restart: if the store knows it no more, it left meanwhile, unless the store knows
    /// nothing at all.
    private void settleKept(boolean storeIsNew) {
        List<Entry> unknown = replica.entries()
                .filter(entry -> !known.containsKey(key(entry)) && !pending.containsKey(key(entry)))
                .toList();
        unknown.forEach(entry -> {
            if (storeIsNew) {
                mark(entry, Kind.ADOPT);
            } else {
                replica.remove(entry);
            }
        });
    }

    /// A key has another value.
    void put(Item item) {
        revision = Math.max(revision, item.version());
        Known before = known.get(item.key());
        if (before != null && item.version() <= before.version()) {
            return;
        }
        Optional<Recorded> read = Recorded.read(item);
        known.put(item.key(), Known.of(read, Optional.ofNullable(before), item.version()));
        read.ifPresent(record -> {
            Pending mine = pending.get(item.key());
            if (mine == null || !stands(item.key(), mine, record)) {
                settle(record);
            } else if (before != null) {
                before.merge(replica, record);
            }
        });
    }

    /// Whether what this node wants to say still holds beside what another one said meanwhile.
    private boolean stands(String key, Pending mine, Recorded record) {
        Optional<Entry> local = replica.find(mine.name(), mine.service());
        boolean stands = switch (mine.kind()) {
            case HEARD ->
                local.isPresent()
                        && (!record.heard()
                                || record.owner().equals(me)
                                || local.get().beat().lastMillis()
                                        >= record.lease().heardMillis());
            case GONE -> record.owner().equals(me) || record.lease().heardMillis() <= mine.until();
            case EDIT ->
                local.isPresent() && (record.owner().equals(me) || local.get().status() != InstanceStatus.SUSPECT);
            case SILENT -> record.owner().equals(me);
            case ADOPT, DOUBT -> false;
        };
        if (!stands) {
            pending.remove(key);
        }
        return stands;
    }

    private void settle(Recorded record) {
        Optional<Entry> local = replica.find(record.name(), record.service());
        boolean here = local.filter(replica::mine).isPresent();
        if (record.owner().equals(me)) {
            boolean same =
                    here && replica.saved(local.get()).token() == record.lease().token();
            if (same) {
                replica.update(record.lease());
            } else {
                replica.take(record.lease(), grace);
            }
        } else if (here && !record.heard() && replica.heard(local.get())) {
            mark(local.get(), Kind.HEARD);
        } else {
            replica.show(record.lease());
        }
    }

    /// A key is gone; the version is that of its deletion, or one before it.
    void gone(String key, long version) {
        revision = Math.max(revision, version);
        Known record = known.get(key);
        if (record != null && version < record.version()) {
            pending.computeIfAbsent(key, _ -> new Pending(++numbers, Kind.DOUBT, record.name(), record.service(), 0));
        } else {
            gone(key);
        }
    }

    /// A key is gone for certain.
    void gone(String key) {
        Known record = known.remove(key);
        Pending mine = pending.get(key);
        if (mine != null && mine.kind() == Kind.HEARD) {
            return;
        }
        pending.remove(key);
        if (record != null) {
            replica.find(record.name(), record.service()).ifPresent(replica::remove);
        }
    }

    /// Keeps an instance from now on, as its keeper is gone.
    void adopt(Entry entry) {
        replica.take(replica.saved(entry), grace);
        mark(entry, Kind.ADOPT);
    }
}
