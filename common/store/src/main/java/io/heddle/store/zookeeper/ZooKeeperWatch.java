package io.heddle.store.zookeeper;

import io.heddle.kit.pace.Pacer;
import io.heddle.store.Item;
import io.heddle.store.Listing;
import io.heddle.store.Store;
import io.heddle.store.StoreAwayException;
import io.heddle.store.StoreListener;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.framework.state.ConnectionStateListener;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One who watches: ZooKeeper says which znode changed, and it is read. After each outage everything is read anew, for
/// ZooKeeper does not say what was missed.
final class ZooKeeperWatch implements Store.Handle, Watcher, ConnectionStateListener {
    private static final Logger LOG = LoggerFactory.getLogger(ZooKeeperWatch.class);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMillis(500);
    private static final int MOST_AT_ONCE = 500;

    private final Store store;
    private final Tree tree;
    private final String prefix;
    private final StoreListener listener;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final Map<String, Long> told = new HashMap<>();
    private final Pacer pacer = new Pacer(new SplittableRandom());
    private final Thread thread;
    private volatile boolean closed;
    private boolean begun;

    /// What ZooKeeper says.
    private sealed interface News {
        /// A znode changed.
        record Changed(String path) implements News {}

        /// The connection is there again, so much may have been missed.
        record Back() implements News {}

        /// The connection is lost.
        record Away() implements News {}
    }

    ZooKeeperWatch(Store store, Tree tree, String prefix, StoreListener listener) {
        this.store = store;
        this.tree = tree;
        this.prefix = prefix;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("zookeeper-watch").unstarted(this::run);
    }

    void start() {
        tree.client().getConnectionStateListenable().addListener(this);
        news.add(new News.Back());
        thread.start();
    }

    @Override
    public void process(WatchedEvent event) {
        if (event.getPath() != null) {
            news.add(new News.Changed(event.getPath()));
        }
    }

    @Override
    public void stateChanged(CuratorFramework client, ConnectionState state) {
        switch (state) {
            case CONNECTED, RECONNECTED -> {
                news.add(new News.Back());
                pacer.nudge();
            }
            case SUSPENDED, LOST -> news.add(new News.Away());
            case READ_ONLY -> LOG.atWarn().log("ZooKeeper has no majority");
        }
    }

    private void run() {
        try {
            while (!closed) {
                take(news.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(News one) throws InterruptedException {
        try {
            switch (one) {
                case News.Changed(String path) -> look(gathered(path));
                case News.Back() -> back();
                case News.Away() -> {
                    begun = false;
                    listener.seen(false);
                }
            }
        } catch (StoreAwayException e) {
            again(e);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a watch of the store failed; it begins anew");
            again(e);
        }
    }

    private void again(RuntimeException why) throws InterruptedException {
        if (!closed) {
            LOG.atDebug().setCause(why).log("the store is away");
            begun = false;
            listener.seen(false);
            pacer.backOff(LONGEST_BACK_OFF);
            news.clear();
            news.add(new News.Back());
        }
    }

    /// What has begun over a connection already need not hear that there is one.
    private void back() {
        if (!begun) {
            begin();
            begun = true;
        }
    }

    private void begin() {
        try {
            Tree.ask(() -> {
                tree.client()
                        .watchers()
                        .add()
                        .withMode(AddWatchMode.PERSISTENT_RECURSIVE)
                        .usingWatcher(this)
                        .forPath(tree.paths().folder(prefix));
                return prefix;
            });
        } catch (KeeperException e) {
            throw new StoreAwayException("ZooKeeper cannot be watched", e);
        }
        Listing all = store.range(prefix);
        told.clear();
        all.items().forEach(item -> told.put(item.key(), item.version()));
        listener.all(all);
        listener.seen(true);
    }

    /// All that changed by now.
    private Set<String> gathered(String first) {
        Set<String> paths = new LinkedHashSet<>();
        paths.add(first);
        while (paths.size() < MOST_AT_ONCE && news.peek() instanceof News.Changed(String path)) {
            paths.add(path);
            news.remove();
        }
        paths.removeIf(path -> !tree.paths().key(path).startsWith(prefix));
        return paths;
    }

    private void look(Set<String> paths) {
        List<Item> items = tree.items(paths).stream()
                .sorted(Comparator.comparingLong(Item::version))
                .toList();
        Set<String> gone = new LinkedHashSet<>();
        paths.forEach(path -> gone.add(tree.paths().key(path)));
        for (Item item : items) {
            gone.remove(item.key());
            told.put(item.key(), item.version());
            listener.put(item);
        }
        for (String key : gone) {
            Long last = told.remove(key);
            listener.gone(key, last == null ? 0 : last);
        }
    }

    @Override
    public void close() {
        closed = true;
        tree.client().getConnectionStateListenable().removeListener(this);
        thread.interrupt();
    }
}
