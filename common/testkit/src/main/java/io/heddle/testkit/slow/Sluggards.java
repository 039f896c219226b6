package io.heddle.testkit.slow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Clients that keep a server on loopback waiting: they send a part of a request and no more, or take next to nothing
/// of an answer. They go on until they are closed.
public final class Sluggards implements AutoCloseable {
    private static final int SMALL = 4096;

    private final List<Socket> sockets = new ArrayList<>();
    private final int port;

    /// None yet.
    public Sluggards(int port) {
        this.port = port;
    }

    /// One more that asks for something and reads nothing.
    public void ask(String target) {
        say("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    /// One more that sends so much of a body, and not the last byte.
    public void tell(String target, int bytes) {
        say("PUT " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + (bytes + 1) + "\r\n\r\n"
                + "x".repeat(bytes));
    }

    /// One more that says this and no more.
    public void say(String text) {
        Socket socket = new Socket();
        sockets.add(socket);
        try {
            socket.setReceiveBufferSize(SMALL);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            left(e);
        }
    }

    /// Each takes one byte of what it was sent, if there is any.
    public void sip() {
        for (Socket socket : sockets) {
            try {
                if (socket.getInputStream().available() > 0) {
                    int _ = socket.getInputStream().read();
                }
            } catch (IOException e) {
                left(e);
            }
        }
    }

    /// How many there were.
    public int count() {
        return sockets.size();
    }

    private static void left(IOException why) {
        System.getLogger(Sluggards.class.getName()).log(System.Logger.Level.TRACE, "cut off", why);
    }

    /// They go without a word: what was not read makes it a reset.
    @Override
    public void close() {
        for (Socket socket : sockets) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                left(e);
            }
        }
    }
}
