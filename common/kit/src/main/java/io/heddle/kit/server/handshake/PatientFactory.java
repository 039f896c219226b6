package io.heddle.kit.server.handshake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;

/// Makes listeners whose handshakes are bounded.
final class PatientFactory extends SSLServerSocketFactory {
    private final SSLContext context;
    private final Duration limit;

    PatientFactory(SSLContext context, Duration limit) {
        this.context = context;
        this.limit = limit;
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new PatientListener(context, limit);
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, 0);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return bound(new InetSocketAddress(port), backlog);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return bound(new InetSocketAddress(address, port), backlog);
    }

    private ServerSocket bound(InetSocketAddress address, int backlog) throws IOException {
        ServerSocket listener = createServerSocket();
        listener.bind(address, backlog);
        return listener;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return context.getServerSocketFactory().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return context.getServerSocketFactory().getSupportedCipherSuites();
    }
}
