package io.heddle.store.zookeeper;

import io.heddle.store.Item;
import io.heddle.store.StoreAwayException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.api.BackgroundCallback;
import org.apache.curator.framework.api.CuratorEvent;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.data.Stat;

/// Reads and makes znodes. Whatever ZooKeeper refuses but what is asked for here is a {@link StoreAwayException}.
final class Tree {
    private static final Duration SYNC_LIMIT = Duration.ofSeconds(3);
    private static final Duration READ_LIMIT = Duration.ofSeconds(5);

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

    /// The items at some paths, all asked for at once; a path without one is left out.
    List<Item> items(Collection<String> some) {
        List<Item> items = new ArrayList<>();
        for (CuratorEvent answer :
                at(some, (path, done) -> client.getData().inBackground(done).forPath(path))) {
            if (found(answer) && Paths.isValue(answer.getData())) {
                items.add(new Item(
                        paths.key(answer.getPath()),
                        Paths.value(answer.getData()),
                        answer.getStat().getMzxid()));
            }
        }
        return items;
    }

    /// All items at or below a folder whose keys begin so, one level after the other.
    List<Item> items(String folder, String prefix) {
        List<Item> items = new ArrayList<>();
        List<String> folders = List.of(folder);
        while (!folders.isEmpty()) {
            List<String> below = new ArrayList<>();
            for (CuratorEvent answer : at(
                    folders,
                    (path, done) -> client.getChildren().inBackground(done).forPath(path))) {
                children(answer).filter(path -> leads(paths.key(path), prefix)).forEach(below::add);
            }
            items.addAll(items(below.stream()
                    .filter(path -> paths.key(path).startsWith(prefix))
                    .toList()));
            folders = below;
        }
        return items;
    }

    private static boolean leads(String key, String prefix) {
        return key.startsWith(prefix) || prefix.startsWith(key + '/');
    }

    private static Stream<String> children(CuratorEvent answer) {
        return found(answer)
                ? answer.getChildren().stream().map(child -> answer.getPath() + '/' + child)
                : Stream.empty();
    }

    /// Something that is asked for in the background.
    private interface Question {
        void ask(String path, BackgroundCallback done) throws Exception;
    }

    /// The answers for all paths.
    private static List<CuratorEvent> at(Collection<String> some, Question question) {
        Queue<CuratorEvent> answers = new ConcurrentLinkedQueue<>();
        CountDownLatch left = new CountDownLatch(some.size());
        BackgroundCallback done = (_, answer) -> {
            answers.add(answer);
            left.countDown();
        };
        try {
            boolean all = ask(() -> {
                for (String path : some) {
                    question.ask(path, done);
                }
                return left.await(READ_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            });
            if (!all || !answers.stream().allMatch(answer -> found(answer) || missing(answer))) {
                throw new StoreAwayException("ZooKeeper does not answer");
            }
        } catch (KeeperException e) {
            throw new StoreAwayException("ZooKeeper does not answer", e);
        }
        return List.copyOf(answers);
    }

    private static boolean found(CuratorEvent answer) {
        return answer.getResultCode() == KeeperException.Code.OK.intValue();
    }

    private static boolean missing(CuratorEvent answer) {
        return answer.getResultCode() == KeeperException.Code.NONODE.intValue();
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
