package io.heddle.testkit.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A port of 127.0.0.1 that passes all bytes on to another, until it is told what is to befall the requests.
///
/// Each piece that a client sends counts as a request, so it suits protocols whose requests fit into one packet. Any
/// thread may use it.
public final class FaultyRelay implements AutoCloseable {
    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
    private final Script script = new Script();

    private FaultyRelay(ServerSocket listener, InetSocketAddress target) {
        this.listener = listener;
        this.target = target;
    }

    /// Listens on a free port and passes on to that port of 127.0.0.1.
    public static FaultyRelay to(int port) {
        try {
            ServerSocket listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
            FaultyRelay relay =
                    new FaultyRelay(listener, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            Thread.ofVirtual().name("faulty-relay").start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The port it listens on.
    public int port() {
        return listener.getLocalPort();
    }

    /// Every request from now on.
    public void every(Fault fault) {
        script.every(fault);
    }

    /// The next requests, that many; the others pass.
    public void next(int requests, Fault fault) {
        script.next(requests, fault);
    }

    /// Ends all connections that are open now, as when a line is cut; what becomes of new ones is told as ever.
    public void sever() {
        passages.forEach(Passage::close);
    }

    /// Nothing befalls the requests from now on.
    public void heal() {
        script.every(new Fault.None());
    }

    /// How many requests have come so far.
    public long requests() {
        return script.requests();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Passage passage = new Passage(listener.accept(), script, passages::remove);
                passages.add(passage);
                connect(passage);
            } catch (SocketException e) {
                return; // The listener was closed: that is how a relay ends.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A server that is away is to its client what it would be without the relay: a connection that ends at once.
    private void connect(Passage passage) {
        Socket server = new Socket();
        try {
            server.connect(target);
            passage.open(server);
        } catch (IOException e) {
            passage.close();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        passages.forEach(Passage::close);
    }
}
