package io.heddle.registry.cluster;

import io.heddle.registry.cluster.Pending.Kind;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.lease.Replica;
import io.heddle.store.Change;
import io.heddle.store.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes that the store is told at once. Made and concluded under the lock of the leases.
final class Batch {
    private final Map<String, Told> told = new LinkedHashMap<>();
    private final List<String> doubts = new ArrayList<>();

    /// One of them.
    ///
    /// @param pending why
    /// @param version that the key must have
    /// @param record what it becomes; empty when it goes
    private record Told(Pending pending, long version, Optional<Recorded> record) {
        Change change(String key) {
            return record.<Change>map(some -> new Change.Put(key, some.json())).orElseGet(() -> new Change.Delete(key));
        }
    }

    /// The first that are pending, at most so many.
    static Batch first(Board board, Replica replica, String me, int most) {
        Batch batch = new Batch();
        for (Map.Entry<String, Pending> next :
                List.copyOf(board.pending().entrySet().stream().limit(most).toList())) {
            batch.add(board, replica, me, next);
        }
        return batch;
    }

    /// Only that one.
    static Batch only(Board board, Replica replica, String me, String key) {
        Batch batch = new Batch();
        Optional.ofNullable(board.pending().get(key))
                .ifPresent(pending -> batch.add(board, replica, me, Map.entry(key, pending)));
        return batch;
    }

    private void add(Board board, Replica replica, String me, Map.Entry<String, Pending> next) {
        String key = next.getKey();
        Pending pending = next.getValue();
        Known known = board.known().get(key);
        if (pending.kind() == Kind.DOUBT) {
            doubts.add(key);
            return;
        }
        if (pending.kind() == Kind.SILENT
                && (known == null || board.stillSilent(pending).isEmpty())) {
            board.pending().remove(key);
            board.settled(pending);
            return;
        }
        long version = known == null ? Condition.ABSENT : known.version();
        boolean goes = pending.kind() == Kind.GONE || pending.kind() == Kind.SILENT;
        Optional<Recorded> record = goes
                ? Optional.empty()
                : replica.find(pending.name(), pending.service())
                        .flatMap(entry -> record(replica, me, entry, Optional.ofNullable(known)));
        boolean nothing = record.isEmpty() && (known == null || !goes);
        if (nothing) {
            board.pending().remove(key);
        } else {
            told.put(key, new Told(pending, version, record));
        }
    }

    private static Optional<Recorded> record(Replica replica, String me, Entry entry, Optional<Known> known) {
        if (replica.mine(entry)) {
            return Optional.of(new Recorded(me, replica.heard(entry), replica.saved(entry)));
        }
        return known.map(there -> new Recorded(there.owner(), there.heard(), replica.saved(entry)));
    }

    boolean empty() {
        return told.isEmpty();
    }

    List<String> keys() {
        return List.copyOf(told.keySet());
    }

    List<String> doubts() {
        return List.copyOf(doubts);
    }

    List<Condition> conditions() {
        return told.entrySet().stream()
                .map(entry -> new Condition(entry.getKey(), entry.getValue().version()))
                .toList();
    }

    List<Change> changes() {
        return told.entrySet().stream()
                .map(entry -> entry.getValue().change(entry.getKey()))
                .toList();
    }

    /// The store has taken it.
    void done(Board board, long version) {
        told.forEach((key, one) -> {
            Known now = board.known().get(key);
            boolean newest = now == null || now.version() <= one.version();
            if (newest) {
                one.record()
                        .ifPresentOrElse(
                                record -> board.known().put(key, Known.of(record, version)),
                                () -> board.known().remove(key));
            }
            board.pending().remove(key, one.pending());
            if (one.pending().kind() == Kind.SILENT) {
                board.settled(one.pending());
            }
        });
    }
}
