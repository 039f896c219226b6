package io.heddle.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// An event stream over a bare socket, so that a test can drop it as a process that dies does.
final class Sse implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader reader;

    private Sse(Socket socket) throws IOException {
        this.socket = socket;
        this.reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Opens the stream and waits for its first event.
    static Sse open(int port, String path) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: registry\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            Sse stream = new Sse(socket);
            stream.next();
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The data of the next event.
    String next() {
        try {
            String line = reader.readLine();
            while (line != null && !line.startsWith("data:")) {
                line = reader.readLine();
            }
            return String.valueOf(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
