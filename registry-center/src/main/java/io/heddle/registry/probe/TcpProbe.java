package io.heddle.registry.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/// Opens a TCP connection and closes it.
final class TcpProbe implements Probe {
    private final Duration timeout;

    TcpProbe(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public Sight look(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(timeout.toMillis()));
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
