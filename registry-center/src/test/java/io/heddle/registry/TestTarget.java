package io.heddle.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A service that is checked: answers with a status that the test sets, or not at all.
final class TestTarget implements AutoCloseable {
    /// Takes connections and never answers.
    static final int HANG = 0;

    private final ServerSocket server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status;

    TestTarget(int status) {
        this.status = status;
        try {
            this.server = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                asked.incrementAndGet();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                line = in.readLine();
            }
            if (status == HANG) {
                in.read();
                return;
            }
            String location = status == 302 ? "Location: http://127.0.0.1:" + port() + "/ok\r\n" : "";
            String answer = "HTTP/1.1 " + status + " X\r\n" + location + "Content-Length: 2\r\n\r\nhi";
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            System.getLogger("target").log(System.Logger.Level.TRACE, "gone", e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int asked() {
        return asked.get();
    }

    void status(int next) {
        status = next;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
