package io.heddle.bench.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedDeque;

/// The floor: one write and one read on a kept blocking socket, the answer looked at by its length only.
record SocketPeer() implements Peer {
    @Override
    public String name() {
        return "bare-socket";
    }

    @Override
    public Session open(URI server) {
        return new Open(new InetSocketAddress(server.getHost(), server.getPort()), new ConcurrentLinkedDeque<>());
    }

    private record Open(InetSocketAddress server, ConcurrentLinkedDeque<Line> idle) implements Session {
        @Override
        public long call(long id) throws IOException {
            Line line = idle.pollFirst();
            if (line == null) {
                line = new Line(SocketChannel.open(server), ByteBuffer.allocateDirect(4096));
                line.socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            line.exchange(id);
            idle.addFirst(line);
            return id;
        }

        @Override
        public void close() {
            idle.forEach(Line::close);
        }
    }

    private record Line(SocketChannel socket, ByteBuffer buffer) {
        void exchange(long id) throws IOException {
            String head = "GET /greet/" + id + "?times=3 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
            buffer.clear().put(head.getBytes(StandardCharsets.ISO_8859_1)).flip();
            while (buffer.hasRemaining()) {
                socket.write(buffer);
            }
            buffer.clear();
            do {
                if (socket.read(buffer) < 0) {
                    throw new IOException("the server closed the connection");
                }
            } while (buffer.get(buffer.position() - 1) != '}');
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
