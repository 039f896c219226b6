package io.heddle.store.zookeeper;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ConnectStringParser;
import org.apache.zookeeper.client.HostProvider;
import org.apache.zookeeper.client.StaticHostProvider;

/// The servers that a client tries one after the other. When none has answered, ZooKeeper's own waits a whole second
/// before the next round, beside up to one second before each try; that is too long for who wants to see a server
/// within two seconds of its return.
final class Hosts implements HostProvider {
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(200);

    /// How long a server may take to greet: one that is starting takes connections and then says nothing.
    private static final Duration GREETING = Duration.ofSeconds(1);

    private final HostProvider order;
    private final int shares;

    private Hosts(HostProvider order, int shares) {
        this.order = order;
        this.shares = shares;
    }

    /// Connects to them.
    static ZooKeeper connect(String hosts, int session, Watcher watcher, boolean mayOnlyRead) throws Exception {
        HostProvider order = new StaticHostProvider(new ConnectStringParser(hosts).getServerAddresses());
        return new ZooKeeper(hosts, session, watcher, mayOnlyRead, new Hosts(order, shares(session)));
    }

    private static int shares(int session) {
        return Math.toIntExact(Math.ceilDiv(session, GREETING.toMillis()));
    }

    /// ZooKeeper waits for each server for the time of a session divided by this, and asks for it for nothing else.
    @Override
    public int size() {
        return Math.max(order.size(), shares);
    }

    @Override
    public InetSocketAddress next(long pause) {
        return order.next(Math.min(pause, BETWEEN_ROUNDS.toMillis()));
    }

    @Override
    public void onConnected() {
        order.onConnected();
    }

    @Override
    public boolean updateServerList(Collection<InetSocketAddress> servers, InetSocketAddress current) {
        return order.updateServerList(servers, current);
    }
}
