package io.heddle.registry.zookeeper;

import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.kit.pace.Pacer;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.lease.Leases;
import io.heddle.registry.zookeeper.Znodes.FailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryNTimes;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.Watcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a ZooKeeper and the registry in step: its providers are seen here, and our instances there. Only one node of
/// a cluster does.
///
/// While ZooKeeper is away nothing changes for it; when it is back everything is read anew.
public final class Bridge implements AutoCloseable {
    /// What an origin calls it.
    public static final String FACADE = "zookeeper";

    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    /// Changes within it are followed together.
    private static final Duration SPACING = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(2);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final CuratorFramework client;
    private final Znodes znodes;
    private final Found found;
    private final Published published;
    private final Catalog catalog;
    private final BooleanSupplier turn;
    private final Loop loop = Loop.of("zookeeper-bridge", Pacer.idle(), LONGEST_BACK_OFF, this::round);
    private volatile boolean dirty = true;
    private long watching;
    private boolean away;

    private Bridge(String hosts, ZooKeeperSettings settings, Catalog catalog, Leases leases, BooleanSupplier turn) {
        this.client = CuratorFrameworkFactory.builder()
                .connectString(hosts)
                .sessionTimeoutMs(Math.toIntExact(settings.session().toMillis()))
                .connectionTimeoutMs(Math.toIntExact(CONNECT_LIMIT.toMillis()))
                .retryPolicy(new RetryNTimes(0, 0))
                .build();
        this.znodes = new Znodes(client);
        this.found = new Found(catalog, leases);
        this.published = new Published(znodes, settings.layout());
        this.catalog = catalog;
        this.turn = turn;
    }

    /// Begins; empty when the settings name no ZooKeeper.
    ///
    /// @param turn whether it is this node that does it now
    public static Optional<Bridge> open(
            ZooKeeperSettings settings, Catalog catalog, Leases leases, BooleanSupplier turn) {
        Optional<Bridge> bridge = settings.connect().map(hosts -> new Bridge(hosts, settings, catalog, leases, turn));
        bridge.ifPresent(Bridge::start);
        return bridge;
    }

    private void start() {
        catalog.listen((_, _) -> stir());
        client.getConnectionStateListenable().addListener((_, _) -> stir());
        client.start();
        loop.start();
    }

    private void stir() {
        dirty = true;
        loop.nudge();
    }

    private Next round() throws InterruptedException {
        boolean mine = turn.getAsBoolean();
        if (!(mine ? dirty : published.any())) {
            if (!mine) {
                dirty = true; // When it is this node's turn, all is looked at.
            }
            return Next.REST;
        }
        dirty = false;
        boolean done = false;
        try {
            if (mine) {
                follow();
            } else {
                published.withdraw();
            }
            done = true;
            told(false, "it answers");
            Thread.sleep(SPACING);
            return Next.AGAIN;
        } catch (FailedException e) {
            told(true, String.valueOf(e.getMessage()));
            return Next.BACK_OFF;
        } finally {
            if (!done) {
                dirty = true;
            }
        }
    }

    private void follow() throws FailedException {
        long session = znodes.session();
        if (session != watching) {
            znodes.root();
            watch();
            watching = session;
        }
        found.follow(znodes.providers());
        published.follow(catalog);
    }

    private void watch() throws FailedException {
        try {
            Watcher watcher = _ -> stir();
            client.watchers()
                    .add()
                    .withMode(AddWatchMode.PERSISTENT_RECURSIVE)
                    .usingWatcher(watcher)
                    .forPath(Znodes.ROOT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException(e);
        } catch (Exception e) {
            throw new FailedException(e);
        }
    }

    private void told(boolean isAway, String why) {
        if (isAway != away) {
            away = isAway;
            LOG.atWarn().addKeyValue("reason", why).log(isAway ? "ZooKeeper is away" : "ZooKeeper is followed again");
        }
    }

    /// What was published here goes with the session.
    @Override
    public void close() {
        loop.close(FAREWELL);
        client.close();
    }
}
