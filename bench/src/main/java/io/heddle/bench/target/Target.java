package io.heddle.bench.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;

/// Answers every GET with bytes that are ready: `/big` with 8 KB, `/small` with 13 bytes, all else with JSON in the
/// envelope. Reads no bodies.
public final class Target implements AutoCloseable {
    private static final int BACKLOG = 4096;

    private final ServerSocketChannel listener;
    private final int port;

    private Target(ServerSocketChannel listener, int port) {
        this.listener = listener;
        this.port = port;
    }

    /// Listens on a free port of the loopback address.
    public static Target open() {
        try {
            ServerSocketChannel listener = ServerSocketChannel.open();
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            Target target = new Target(listener, ((InetSocketAddress) listener.getLocalAddress()).getPort());
            Thread.ofPlatform().daemon().name("target").start(target::accept);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs until the process is ended; prints the port on one line.
    public static void main(String[] args) throws InterruptedException {
        try (Target target = open()) {
            System.out.println(target.uri());
            Thread.currentThread().join();
        }
    }

    /// Where it listens.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void accept() {
        while (listener.isOpen()) {
            try {
                Caller caller = new Caller(listener.accept());
                Thread.ofVirtual().start(caller::serve);
            } catch (IOException e) {
                close();
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
