package io.heddle.store.zookeeper;

import io.heddle.kit.pace.Pacer;
import io.heddle.store.Store;
import io.heddle.store.StoreAwayException;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.framework.state.ConnectionStateListener;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.data.Stat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An ephemeral znode of the present session, made again when it is not there or is that of an earlier session.
final class ZooKeeperPresence implements Store.Handle, ConnectionStateListener {
    private static final Logger LOG = LoggerFactory.getLogger(ZooKeeperPresence.class);
    private static final int LOOKS_A_TIME = 3;
    private static final Duration LONGEST_BACK_OFF = Duration.ofMillis(500);

    private final Tree tree;
    private final String path;
    private final byte[] data;
    private final Duration pace;
    private final Pacer pacer = new Pacer(new SplittableRandom());
    private final Thread thread = Thread.ofVirtual().name("zookeeper-presence").unstarted(this::run);
    private volatile boolean closed;

    ZooKeeperPresence(Tree tree, String path, byte[] data, Duration presence) {
        this.tree = tree;
        this.path = path;
        this.data = data;
        this.pace = presence.dividedBy(LOOKS_A_TIME);
    }

    void start() {
        tree.client().getConnectionStateListenable().addListener(this);
        thread.start();
    }

    @Override
    public void stateChanged(CuratorFramework client, ConnectionState state) {
        pacer.nudge();
    }

    private void run() {
        try {
            while (!closed) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try {
            ensure();
            pacer.rest(pace);
        } catch (StoreAwayException e) {
            LOG.atDebug().setCause(e).log("the store is away");
            pacer.backOff(LONGEST_BACK_OFF);
        } catch (KeeperException e) {
            LOG.atDebug().setCause(e).log("a session ended in between");
            pacer.backOff(LONGEST_BACK_OFF);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("the store was not told that this process lives; the next try follows");
            pacer.backOff(LONGEST_BACK_OFF);
        }
    }

    private void ensure() throws KeeperException {
        long session =
                Tree.ask(() -> tree.client().getZookeeperClient().getZooKeeper().getSessionId());
        Optional<Stat> stat = tree.stat(path);
        if (stat.filter(there -> there.getEphemeralOwner() == session).isPresent()) {
            return;
        }
        if (stat.isPresent()) {
            delete();
        }
        tree.make(path, data, CreateMode.EPHEMERAL);
    }

    private void delete() throws KeeperException {
        Tree.ask(() -> tree.client().delete().forPath(path));
    }

    @Override
    public void close() {
        closed = true;
        tree.client().getConnectionStateListenable().removeListener(this);
        thread.interrupt();
        try {
            boolean _ = thread.join(Duration.ofSeconds(1));
            delete();
        } catch (StoreAwayException | KeeperException e) {
            LOG.atDebug().setCause(e).log("the presence of this process ends with its session");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
