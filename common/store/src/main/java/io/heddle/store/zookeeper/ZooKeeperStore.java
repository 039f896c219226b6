package io.heddle.store.zookeeper;

import io.heddle.store.Change;
import io.heddle.store.Condition;
import io.heddle.store.Item;
import io.heddle.store.Listing;
import io.heddle.store.Store;
import io.heddle.store.StoreAccess;
import io.heddle.store.StoreListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.api.ACLProvider;
import org.apache.curator.retry.RetryNTimes;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.data.ACL;

/// Keys in ZooKeeper. Versions are its transaction ids.
public final class ZooKeeperStore implements Store {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    /// How often a commit is tried when others change what it does not depend on.
    private static final int TRIES = 10;

    private final Tree tree;
    private final Duration presence;
    private final Set<Handle> handles = ConcurrentHashMap.newKeySet();

    /// Begins to connect.
    ///
    /// @param hosts `host:port`, several with commas between
    /// @param root the path under which the keys are
    /// @param presence how long the key of a process that is gone stays
    /// @param access how it is known there; what it makes is for that user alone
    public ZooKeeperStore(String hosts, String root, Duration presence, StoreAccess access) {
        CuratorFrameworkFactory.Builder builder = CuratorFrameworkFactory.builder()
                .connectString(hosts)
                .sessionTimeoutMs(Math.toIntExact(presence.toMillis()))
                .connectionTimeoutMs(Math.toIntExact(CONNECT_LIMIT.toMillis()))
                .zookeeperFactory(Hosts::connect)
                .retryPolicy(new RetryNTimes(0, 0));
        if (access.named()) {
            String user = access.user() + ':' + access.password();
            builder.authorization("digest", user.getBytes(StandardCharsets.UTF_8))
                    .aclProvider(new Own());
        }
        CuratorFramework client = builder.build();
        this.tree = new Tree(client, new Paths(root));
        this.presence = presence;
        client.start();
    }

    /// What is made is for its maker alone.
    private record Own() implements ACLProvider {
        @Override
        public List<ACL> getDefaultAcl() {
            return ZooDefs.Ids.CREATOR_ALL_ACL;
        }

        @Override
        public List<ACL> getAclForPath(String path) {
            return ZooDefs.Ids.CREATOR_ALL_ACL;
        }
    }

    @Override
    public Listing range(String prefix) {
        tree.sync();
        List<Item> items = tree.items(tree.paths().folder(prefix), prefix).stream()
                .sorted(Comparator.comparing(Item::key))
                .toList();
        return new Listing(revision(items), items);
    }

    /// No transaction is older than the last that changed one of them or deleted any.
    private long revision(List<Item> items) {
        try {
            long deleted = tree.stat(tree.paths().deletions())
                    .map(stat -> stat.getMzxid())
                    .orElse(0L);
            return items.stream().mapToLong(Item::version).reduce(deleted, Math::max);
        } catch (KeeperException e) {
            throw new IllegalStateException("nothing was asked of one znode", e);
        }
    }

    @Override
    public OptionalLong commit(List<Condition> conditions, List<Change> changes) {
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                return new Commit(tree, conditions, changes).run();
            } catch (KeeperException e) {
                tree.sync(); // Something changed in between: what was read is read again.
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public Handle watch(String prefix, StoreListener listener) {
        ZooKeeperWatch watch = new ZooKeeperWatch(this, tree, prefix, listener);
        handles.add(watch);
        watch.start();
        return () -> end(watch);
    }

    @Override
    public Handle present(String key, byte[] value) {
        ZooKeeperPresence kept = new ZooKeeperPresence(tree, tree.paths().path(key), Paths.data(value), presence);
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
        tree.client().close();
    }
}
