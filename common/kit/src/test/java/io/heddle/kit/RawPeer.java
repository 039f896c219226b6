package io.heddle.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A peer that answers with exactly the bytes a test gives it, on loopback.
public final class RawPeer implements AutoCloseable {
    private final ServerSocket server;
    private final Script script;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<List<String>> requests = new CopyOnWriteArrayList<>();

    /// What it does on each connection.
    @FunctionalInterface
    public interface Script {
        /// Serves one connection; it is closed afterwards.
        ///
        /// @param exchange the connection
        /// @param number its number, the first is 1
        void serve(Exchange exchange, int number) throws IOException;
    }

    private RawPeer(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
    }

    public static RawPeer open(Script script) {
        try {
            RawPeer peer = new RawPeer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
            Thread.ofVirtual().start(peer::accept);
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A peer that answers every request with the same text, keeping the connection.
    public static RawPeer answering(String answer) {
        return open((exchange, _) -> {
            while (exchange.request()) {
                exchange.send(answer);
            }
        });
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                int number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket, number));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            script.serve(new Exchange(socket), number);
        } catch (IOException e) {
            requests.add(List.of("broken: " + e.getMessage()));
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    /// The heads of all requests so far, line by line.
    public List<List<String>> requests() {
        return requests;
    }

    /// Closes every connection, as a process does that is killed.
    public void hangUp() {
        sockets.forEach(RawPeer::close);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hangUp();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One connection.
    public final class Exchange {
        private final BufferedReader in;
        private final OutputStream out;

        private Exchange(Socket socket) throws IOException {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            out = socket.getOutputStream();
        }

        /// Reads a request with its body; false when the other side has closed.
        public boolean request() throws IOException {
            List<String> head = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    requests.add(head);
                    skipBody(head);
                    return true;
                }
                head.add(line);
            }
            return false;
        }

        private void skipBody(List<String> head) throws IOException {
            for (String line : head) {
                if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                    long left = Long.parseLong(line.substring(15).strip());
                    while (left > 0) {
                        left -= in.skip(left);
                    }
                }
                if (line.equalsIgnoreCase("transfer-encoding: chunked")) {
                    skipChunks();
                }
            }
        }

        private void skipChunks() throws IOException {
            for (int size = Integer.parseInt(in.readLine(), 16); size > 0; size = Integer.parseInt(in.readLine(), 16)) {
                for (int left = size + 2; left > 0; ) {
                    left -= (int) in.skip(left);
                }
            }
            in.readLine();
        }

        /// Sends text as it is.
        public void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /// Waits until the other side closes.
        public void awaitClose() throws IOException {
            in.transferTo(java.io.Writer.nullWriter());
        }
    }
}
