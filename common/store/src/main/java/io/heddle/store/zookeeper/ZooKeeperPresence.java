package io.heddle.store.zookeeper;

import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.store.Store;
import io.heddle.store.StoreAwayException;
import java.time.Duration;
import java.util.Optional;
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
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Tree tree;
    private final String path;
    private final byte[] data;
    private final Loop loop;

    ZooKeeperPresence(Tree tree, String path, byte[] data, Duration presence) {
        this.tree = tree;
        this.path = path;
        this.data = data;
        this.loop = Loop.of("zookeeper-presence", presence.dividedBy(LOOKS_A_TIME), LONGEST_BACK_OFF, this::round);
    }

    void start() {
        tree.client().getConnectionStateListenable().addListener(this);
        loop.start();
    }

    @Override
    public void stateChanged(CuratorFramework client, ConnectionState state) {
        loop.nudge();
    }

    private Next round() {
        try {
            ensure();
            return Next.REST;
        } catch (StoreAwayException e) {
            LOG.atDebug().setCause(e).log("the store is away");
        } catch (KeeperException e) {
            LOG.atDebug().setCause(e).log("a session ended in between");
        }
        return Next.BACK_OFF;
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
        tree.client().getConnectionStateListenable().removeListener(this);
        loop.stop();
        loop.close(FAREWELL);
        try {
            delete();
        } catch (StoreAwayException | KeeperException e) {
            LOG.atDebug().setCause(e).log("the presence of this process ends with its session");
        }
    }
}
