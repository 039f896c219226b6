package io.heddle.kit.http1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// The bytes of a connection, plain or through TLS.
sealed interface Wire {
    int read(byte[] bytes, int offset, int length) throws IOException;

    void write(byte[] bytes, int offset, int length) throws IOException;

    /// Whether the peer has closed it, or sent what nobody asked for. Only to be asked between exchanges; does not
    /// block.
    boolean stale();

    /// Closes the socket; one that cannot be closed is as good as closed.
    void close();

    /// Closes a channel that nobody will use again, so that its failure to close concerns nobody.
    static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(Wire.class.getName()).log(System.Logger.Level.DEBUG, "socket not closed", e);
        }
    }

    /// Straight onto a socket channel. A heap buffer is wrapped once and kept, so that a read allocates nothing.
    final class Plain implements Wire {
        private final SocketChannel channel;
        private ByteBuffer reading = ByteBuffer.allocate(0);
        private ByteBuffer writing = ByteBuffer.allocate(0);

        Plain(SocketChannel channel) {
            this.channel = channel;
        }

        static void connect(SocketChannel channel, Peer peer) throws IOException {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(new InetSocketAddress(peer.host(), peer.port()));
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            reading = wrapped(reading, bytes, offset, length);
            return channel.read(reading);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            writing = wrapped(writing, bytes, offset, length);
            while (writing.hasRemaining()) {
                channel.write(writing);
            }
        }

        @SuppressWarnings({"ReferenceEquality", "ByteBufferBackingArray"}) // Every buffer here wraps one whole array.
        private static ByteBuffer wrapped(ByteBuffer last, byte[] bytes, int offset, int length) {
            ByteBuffer buffer = last.array() == bytes ? last : ByteBuffer.wrap(bytes);
            return buffer.limit(offset + length).position(offset);
        }

        @Override
        public boolean stale() {
            try {
                channel.configureBlocking(false);
                boolean quiet = channel.read(ByteBuffer.allocate(1)) == 0;
                channel.configureBlocking(true);
                return !quiet;
            } catch (IOException e) {
                return true;
            }
        }

        @Override
        public void close() {
            closeQuietly(channel);
        }
    }

    /// Through the TLS of the JDK, with the name of the host verified.
    final class Secure implements Wire {
        private final SocketChannel channel;
        private final SSLSocket socket;

        private Secure(SocketChannel channel, SSLSocket socket) {
            this.channel = channel;
            this.socket = socket;
        }

        static Secure over(SocketChannel channel, Peer peer, SSLSocketFactory factory) throws IOException {
            SSLSocket socket = (SSLSocket) factory.createSocket(channel.socket(), peer.host(), peer.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return new Secure(channel, socket);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return socket.getInputStream().read(bytes, offset, length);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            socket.getOutputStream().write(bytes, offset, length);
        }

        @Override
        public boolean stale() {
            try {
                socket.setSoTimeout(1);
                socket.getInputStream().read(new byte[1]);
                return true;
            } catch (java.net.SocketTimeoutException quiet) {
                return !resetTimeout();
            } catch (IOException e) {
                return true;
            }
        }

        private boolean resetTimeout() {
            try {
                socket.setSoTimeout(0);
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public void close() {
            closeQuietly(channel);
        }
    }
}
