package io.heddle.registry.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Predicate;

/// Opens a TCP connection and closes it. Anybody may register any address, so it connects only to those that it may.
final class TcpProbe implements Probe {
    private final Duration timeout;
    private final Predicate<InetAddress> allowed;

    TcpProbe(Duration timeout, Predicate<InetAddress> allowed) {
        this.timeout = timeout;
        this.allowed = allowed;
    }

    @Override
    public Sight look(String host, int port) {
        InetSocketAddress target = new InetSocketAddress(host, port);
        if (target.isUnresolved()) {
            return Sight.SILENT;
        }
        return allowed.test(target.getAddress()) ? look(target) : Sight.UNTRIED;
    }

    private Sight look(InetSocketAddress target) {
        try (Socket socket = new Socket()) {
            socket.connect(target, Math.toIntExact(timeout.toMillis()));
            return Sight.REACHABLE;
        } catch (ConnectException e) {
            return refused(e) ? Sight.REFUSED : Sight.SILENT;
        } catch (IOException e) {
            return Sight.SILENT;
        }
    }

    /// The JDK tells a refusal from an unreachable host only by the words of the system.
    private static boolean refused(ConnectException e) {
        return String.valueOf(e.getMessage()).contains("refused");
    }
}
