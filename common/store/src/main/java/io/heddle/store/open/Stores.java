package io.heddle.store.open;

import io.heddle.kit.http1.Peer;
import io.heddle.store.Store;
import io.heddle.store.etcd.EtcdStore;
import io.heddle.store.zookeeper.ZooKeeperStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Opens stores by their addresses.
public final class Stores {
    private static final String ETCD = "etcd://";
    private static final int ETCD_PORT = 2379;
    private static final String ZOOKEEPER_ROOT = "/heddle-store";
    private static final String ZOOKEEPER = "zookeeper://";

    private Stores() {}

    /// Opens a store; nothing is asked of it yet, so it may be away.
    ///
    /// @param address `etcd://host:port,host:port` or `zookeeper://host:port,host:port/root`
    /// @param presence how long the key of a process that is gone stays
    /// @throws IllegalArgumentException for another address
    public static Store open(String address, Duration presence) {
        if (address.startsWith(ETCD)) {
            return new EtcdStore(peers(address.substring(ETCD.length())), presence);
        }
        if (address.startsWith(ZOOKEEPER)) {
            return zooKeeper(address.substring(ZOOKEEPER.length()), presence);
        }
        throw new IllegalArgumentException(
                "a store is etcd://host:port,host:port or zookeeper://host:port,host:port/root, not " + address);
    }

    private static Store zooKeeper(String place, Duration presence) {
        int slash = place.indexOf('/');
        String hosts = slash < 0 ? place : place.substring(0, slash);
        String root = slash < 0 ? "" : place.substring(slash);
        return new ZooKeeperStore(hosts, root.length() > 1 ? root : ZOOKEEPER_ROOT, presence);
    }

    private static List<Peer> peers(String hosts) {
        return Stream.of(hosts.split(",", -1)).map(Stores::peer).toList();
    }

    private static Peer peer(String host) {
        URI uri = URI.create("http://" + host);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(host + " is no host:port of an etcd");
        }
        return Peer.plain(uri.getHost(), uri.getPort() < 0 ? ETCD_PORT : uri.getPort());
    }
}
