package io.heddle.store.zookeeper;

import io.heddle.store.Change;
import io.heddle.store.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.curator.framework.api.transaction.CuratorOp;
import org.apache.curator.framework.api.transaction.CuratorTransactionResult;
import org.apache.curator.framework.api.transaction.TransactionOp;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.data.Stat;

/// One try to make all changes at once. Versions are transaction ids: each change of a znode has a higher one, while
/// ZooKeeper's own count of a znode begins anew with each znode. What was read is guarded by those counts and by one
/// count of all deletions.
final class Commit {
    private static final int ANY = -1;

    private final Tree tree;
    private final List<Condition> conditions;
    private final List<Change> changes;
    private final Map<String, Optional<Stat>> stats = new HashMap<>();
    private final List<CuratorOp> operations = new ArrayList<>();

    Commit(Tree tree, List<Condition> conditions, List<Change> changes) {
        this.tree = tree;
        this.conditions = conditions;
        this.changes = changes;
    }

    /// The version; empty when a condition does not hold.
    ///
    /// @throws KeeperException when something changed in between
    OptionalLong run() throws KeeperException {
        String deletions = tree.paths().deletions();
        Optional<Stat> count = tree.stat(deletions);
        if (count.isEmpty()) {
            tree.make(deletions, new byte[0], org.apache.zookeeper.CreateMode.PERSISTENT);
            count = tree.stat(deletions);
        }
        int deleted = count.map(Stat::getVersion).orElse(0);
        add(operation -> operation.check().withVersion(deleted).forPath(deletions));
        for (Condition condition : conditions) {
            if (!holds(condition)) {
                return OptionalLong.empty();
            }
        }
        for (Change change : changes) {
            apply(change);
        }
        if (changes.stream().anyMatch(Change.Delete.class::isInstance)) {
            add(operation -> operation.setData().withVersion(ANY).forPath(deletions, new byte[0]));
        }
        List<CuratorTransactionResult> results =
                Tree.ask(() -> tree.client().transaction().forOperations(operations));
        return OptionalLong.of(results.stream()
                .map(CuratorTransactionResult::getResultStat)
                .filter(java.util.Objects::nonNull)
                .mapToLong(Stat::getMzxid)
                .max()
                .orElse(0));
    }

    /// Adds one operation.
    private interface Adding {
        CuratorOp on(TransactionOp operations) throws Exception;
    }

    private void add(Adding adding) throws KeeperException {
        operations.add(Tree.ask(() -> adding.on(tree.client().transactionOp())));
    }

    private Optional<Stat> stat(String path) throws KeeperException {
        Optional<Stat> known = stats.get(path);
        if (known == null) {
            known = tree.stat(path);
            stats.put(path, known);
        }
        return known;
    }

    private boolean holds(Condition condition) throws KeeperException {
        String path = tree.paths().path(condition.key());
        Optional<Stat> stat = stat(path);
        long version = stat.filter(Commit::isItem).map(Stat::getMzxid).orElse(Condition.ABSENT);
        if (version != condition.version()) {
            return false;
        }
        if (stat.isPresent()) {
            int count = stat.get().getVersion();
            add(operation -> operation.check().withVersion(count).forPath(path));
        } else if (changes.stream().noneMatch(change -> change.key().equals(condition.key()))) {
            tree.folders(path);
            add(operation -> operation.create().forPath(path, new byte[0]));
            add(operation -> operation.delete().forPath(path));
        }
        return true;
    }

    private static boolean isItem(Stat stat) {
        return stat.getDataLength() > 0;
    }

    private void apply(Change change) throws KeeperException {
        String path = tree.paths().path(change.key());
        Optional<Stat> stat = stat(path);
        switch (change) {
            case Change.Put(String key, byte[] value) -> put(path, stat.isPresent(), Paths.data(value));
            case Change.Delete(String key) -> {
                if (stat.filter(Commit::isItem).isPresent()) {
                    delete(path, stat.get());
                }
            }
        }
    }

    /// A new one is written twice, for only a write tells its version.
    private void put(String path, boolean there, byte[] data) throws KeeperException {
        if (!there) {
            tree.folders(path);
            add(operation -> operation.create().forPath(path, data));
        }
        add(operation -> operation.setData().withVersion(ANY).forPath(path, data));
    }

    private void delete(String path, Stat stat) throws KeeperException {
        if (stat.getNumChildren() > 0) {
            add(operation -> operation.setData().withVersion(ANY).forPath(path, new byte[0]));
        } else {
            add(operation -> operation.delete().forPath(path));
        }
    }
}
