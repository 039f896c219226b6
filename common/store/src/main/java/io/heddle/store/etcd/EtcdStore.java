package io.heddle.store.etcd;

import io.heddle.kit.http1.Peer;
import io.heddle.store.Change;
import io.heddle.store.Condition;
import io.heddle.store.Item;
import io.heddle.store.Listing;
import io.heddle.store.Store;
import io.heddle.store.StoreAccess;
import io.heddle.store.StoreListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Keys in etcd. Versions are its revisions.
public final class EtcdStore implements Store {
    private static final int PAGE = 1000;

    private final Gateway gateway;
    private final Duration presence;
    private final Set<Handle> handles = ConcurrentHashMap.newKeySet();

    /// Makes one; nothing is asked yet.
    ///
    /// @param nodes the gateways
    /// @param presence how long the key of a process that is gone stays
    /// @param access how it is known there
    public EtcdStore(List<Peer> nodes, Duration presence, StoreAccess access) {
        this.gateway = new Gateway(nodes, access);
        this.presence = presence;
    }

    @Override
    public Listing range(String prefix) {
        List<Item> items = new ArrayList<>();
        String from = Wire.encoded(prefix);
        long revision = 0;
        for (boolean more = true; more; ) {
            ObjectNode question = question(from, prefix, PAGE);
            if (revision > 0) {
                question.put("revision", Long.toString(revision));
            }
            JsonNode answer = gateway.ask("/v3/kv/range", question, true);
            revision = revision > 0 ? revision : Wire.revision(answer);
            answer.path("kvs").forEach(kv -> items.add(Wire.item(kv)));
            more = answer.path("more").asBoolean(false);
            from = more ? Wire.encoded(items.getLast().key() + '\0') : from;
        }
        return new Listing(revision, items);
    }

    private static ObjectNode question(String from, String prefix, int limit) {
        return Wire.object().put("key", from).put("range_end", Wire.end(prefix)).put("limit", Integer.toString(limit));
    }

    /// The revision as the majority knows it.
    long revision(String prefix) {
        ObjectNode question = question(Wire.encoded(prefix), prefix, 1).put("keys_only", true);
        return Wire.revision(gateway.ask("/v3/kv/range", question, true));
    }

    @Override
    public OptionalLong commit(List<Condition> conditions, List<Change> changes) {
        JsonNode answer = gateway.ask("/v3/kv/txn", Wire.transaction(conditions, changes), false);
        return answer.path("succeeded").asBoolean(false)
                ? OptionalLong.of(Wire.revision(answer))
                : OptionalLong.empty();
    }

    @Override
    public Handle watch(String prefix, StoreListener listener) {
        EtcdWatch watch = new EtcdWatch(this, gateway, prefix, listener);
        handles.add(watch);
        watch.start();
        return () -> end(watch);
    }

    @Override
    public Handle present(String key, byte[] value) {
        EtcdPresence kept = new EtcdPresence(gateway, presence, new Change.Put(key, value));
        handles.add(kept);
        kept.start();
        return () -> end(kept);
    }

    private void end(Handle handle) {
        handles.remove(handle);
        handle.close();
    }

    @Override
    public void close() {
        handles.forEach(this::end);
        gateway.close();
    }
}
