package io.heddle.bench.target;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// One connection of the target: reads heads and answers them in order.
final class Caller {
    private static final int HEAD_LIMIT = 16_384;
    private static final ByteBuffer JSON = answer(
            "application/json", "{\"code\":0,\"data\":{\"id\":7,\"text\":\"Hello, World!\",\"tags\":[\"a\",\"b\"]}}");
    private static final ByteBuffer SMALL = answer("text/plain", "Hello, World!");
    private static final ByteBuffer BIG = answer("text/plain", "x".repeat(8192));

    private final SocketChannel socket;
    private final ByteBuffer in = ByteBuffer.allocateDirect(HEAD_LIMIT);

    Caller(SocketChannel socket) {
        this.socket = socket;
    }

    private static ByteBuffer answer(String type, String body) {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        byte[] bytes = (head + body).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /// Serves until the peer closes or sends what does not fit.
    void serve() {
        try (socket) {
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            while (in.hasRemaining() && socket.read(in) >= 0) {
                answerAll();
            }
        } catch (IOException e) {
            return; // the peer is gone
        }
    }

    private void answerAll() throws IOException {
        int from = 0;
        for (int end = headEnd(from); end > 0; end = headEnd(from)) {
            ByteBuffer answer = chosen(from).duplicate();
            while (answer.hasRemaining()) {
                socket.write(answer);
            }
            from = end;
        }
        in.flip().position(from);
        in.compact();
    }

    /// Where the head that begins there ends, or -1 while it is not complete.
    private int headEnd(int from) {
        for (int at = from + 4; at <= in.position(); at++) {
            if (in.get(at - 1) == '\n' && in.get(at - 2) == '\r' && in.get(at - 3) == '\n') {
                return at;
            }
        }
        return -1;
    }

    /// By the first letters of the path behind `GET /`.
    private ByteBuffer chosen(int from) {
        byte first = in.get(from + 5);
        byte second = in.get(from + 6);
        if (first == 's' && second == 'm') {
            return SMALL;
        }
        return first == 'b' && second == 'i' ? BIG : JSON;
    }
}
