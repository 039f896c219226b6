package io.heddle.bench.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// One event stream. It keeps just enough of what came to find a mark that came in two pieces.
final class Watcher {
    private static final int KEPT = 32;

    private final SocketChannel channel;
    private String end = "";
    private boolean seen;

    private Watcher(SocketChannel channel) {
        this.channel = channel;
    }

    static Watcher open(InetSocketAddress registry, String target) throws IOException {
        SocketChannel channel = SocketChannel.open(registry);
        String request = "GET " + target + " HTTP/1.1\r\nHost: registry\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        return new Watcher(channel);
    }

    SocketChannel channel() {
        return channel;
    }

    void begin() {
        seen = false;
    }

    /// Reads what is there; true when that is the first that holds the mark.
    boolean read(ByteBuffer buffer, String mark) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new IOException("the registry closed a stream");
        }
        String text = end + StandardCharsets.ISO_8859_1.decode(buffer.flip());
        end = text.substring(Math.max(0, text.length() - KEPT));
        boolean first = !seen && text.contains(mark);
        seen |= first;
        return first;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
