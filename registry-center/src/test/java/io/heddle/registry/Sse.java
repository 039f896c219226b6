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
    private String first = "";
    private String id = "";

    private Sse(Socket socket) throws IOException {
        this.socket = socket;
        this.reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Opens the stream and waits for its first event.
    static Sse open(int port, String path) {
        return open(port, path, "");
    }

    /// The same with headers of its own, each ending in CRLF.
    static Sse open(int port, String path, String headers) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Sse stream = new Sse(socket);
            stream.first = stream.next();
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The data of the first event.
    String first() {
        return first;
    }

    /// The id of the last event that was read, when it came before its data.
    String id() {
        return id;
    }

    /// The data of the next event.
    String next() {
        try {
            String line = reader.readLine();
            while (line != null && !line.startsWith("data:")) {
                id = line.startsWith("id:") ? line.substring(3).strip() : id;
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
