package io.heddle.store.zookeeper;

import io.heddle.store.Item;
import io.heddle.store.StoreAwayException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.data.Stat;

/// Reads and makes znodes. Whatever ZooKeeper refuses but what is asked for here is a {@link StoreAwayException}.
final class Tree {
    private static final Duration SYNC_LIMIT = Duration.ofSeconds(3);

    private final CuratorFramework client;
    private final Paths paths;
    private final Set<String> folders = ConcurrentHashMap.newKeySet();

    Tree(CuratorFramework client, Paths paths) {
        this.client = client;
        this.paths = paths;
    }

    CuratorFramework client() {
        return client;
    }

    Paths paths() {
        return paths;
    }

    /// Something that Curator does.
    interface Work<T> {
        T run() throws Exception;
    }

    /// Does something on ZooKeeper.
    ///
    /// @throws StoreAwayException for all but what {@link KeeperException}s say of single znodes
    static <T> T ask(Work<T> work) throws KeeperException {
        try {
            return work.run();
        } catch (KeeperException.NoNodeException
                | KeeperException.NodeExistsException
                | KeeperException.BadVersionException
                | KeeperException.NotEmptyException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreAwayException("interrupted", e);
        } catch (Exception e) {
            throw new StoreAwayException("ZooKeeper does not answer: " + e.getMessage(), e);
        }
    }

    /// Waits until the server that this client talks to knows all that was committed before.
    void sync() {
        CountDownLatch done = new CountDownLatch(1);
        try {
            boolean synced = ask(() -> {
                client.sync().inBackground((_, _) -> done.countDown()).forPath("/");
                return done.await(SYNC_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            });
            if (!synced) {
                throw new StoreAwayException("ZooKeeper does not answer in time");
            }
        } catch (KeeperException e) {
            throw new StoreAwayException("ZooKeeper has no root", e);
        }
    }

    Optional<Stat> stat(String path) throws KeeperException {
        return Optional.ofNullable(ask(() -> client.checkExists().forPath(path)));
    }

    /// The item at a path; empty when there is none.
    Optional<Item> item(String path) {
        Stat stat = new Stat();
        try {
            byte[] data = ask(() -> client.getData().storingStatIn(stat).forPath(path));
            return Optional.of(data)
                    .filter(Paths::isValue)
                    .map(found -> new Item(paths.key(path), Paths.value(found), stat.getMzxid()));
        } catch (KeeperException e) {
            return Optional.empty();
        }
    }

    /// All items at or below a folder whose keys begin so.
    List<Item> items(String folder, String prefix) {
        List<Item> items = new ArrayList<>();
        for (String child : children(folder)) {
            String path = folder + '/' + child;
            String key = paths.key(path);
            if (key.startsWith(prefix)) {
                item(path).ifPresent(items::add);
            }
            if (key.startsWith(prefix) || prefix.startsWith(key + '/')) {
                items.addAll(items(path, prefix));
            }
        }
        return items;
    }

    private List<String> children(String folder) {
        try {
            return ask(() -> client.getChildren().forPath(folder));
        } catch (KeeperException e) {
            return List.of();
        }
    }

    /// Makes the folders that a path needs.
    void folders(String path) throws KeeperException {
        String folder = path.substring(0, path.lastIndexOf('/'));
        if (!folders.contains(folder)) {
            make(folder, new byte[0], CreateMode.PERSISTENT);
            folders.add(folder);
        }
    }

    /// Makes a znode unless it is there.
    void make(String path, byte[] data, CreateMode mode) throws KeeperException {
        try {
            ask(() -> client.create().creatingParentsIfNeeded().withMode(mode).forPath(path, data));
        } catch (KeeperException.NodeExistsException e) {
            return; // Another node was faster.
        }
    }
}
