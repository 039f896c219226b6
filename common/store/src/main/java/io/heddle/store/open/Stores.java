package io.heddle.store.open;

import io.heddle.kit.http1.Peer;
import io.heddle.store.Store;
import io.heddle.store.StoreAccess;
import io.heddle.store.etcd.EtcdStore;
import io.heddle.store.zookeeper.ZooKeeperStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Opens stores by their addresses.
public final class Stores {
    private static final String ETCD = "etcd://";
    private static final String ETCD_ON_TLS = "etcds://";
    private static final int ETCD_PORT = 2379;
    private static final String ZOOKEEPER_ROOT = "/heddle-store";
    private static final String ZOOKEEPER = "zookeeper://";

    private Stores() {}

    /// Opens a store that knows everybody.
    public static Store open(String address, Duration presence) {
        return open(address, presence, StoreAccess.none());
    }

    /// Opens a store; nothing is asked of it yet, so it may be away.
    ///
    /// @param address `etcd://host:port,host:port`, `etcds://` for one on TLS, or
    ///     `zookeeper://host:port,host:port/root`
    /// @param presence how long the key of a process that is gone stays
    /// @param access how it knows this process
    /// @throws IllegalArgumentException for another address
    public static Store open(String address, Duration presence, StoreAccess access) {
        if (address.startsWith(ETCD)) {
            return new EtcdStore(peers(address.substring(ETCD.length()), false), presence, access);
        }
        if (address.startsWith(ETCD_ON_TLS)) {
            return new EtcdStore(peers(address.substring(ETCD_ON_TLS.length()), true), presence, access);
        }
        if (address.startsWith(ZOOKEEPER)) {
            return zooKeeper(address.substring(ZOOKEEPER.length()), presence, access);
        }
        throw new IllegalArgumentException("a store is etcd://host:port,host:port, etcds://host:port,host:port or "
                + "zookeeper://host:port,host:port/root, not " + address);
    }

    private static Store zooKeeper(String place, Duration presence, StoreAccess access) {
        int slash = place.indexOf('/');
        String hosts = slash < 0 ? place : place.substring(0, slash);
        String root = slash < 0 ? "" : place.substring(slash);
        return new ZooKeeperStore(hosts, root.length() > 1 ? root : ZOOKEEPER_ROOT, presence, access);
    }

    private static List<Peer> peers(String hosts, boolean tls) {
        return Stream.of(hosts.split(",", -1)).map(host -> peer(host, tls)).toList();
    }

    private static Peer peer(String host, boolean tls) {
        URI uri = URI.create("http://" + host);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(host + " is no host:port of an etcd");
        }
        return new Peer(uri.getHost(), uri.getPort() < 0 ? ETCD_PORT : uri.getPort(), tls);
    }
}
