package io.heddle.gateway.relay;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// A server that knows only the letter of HTTP/1.1 and writes down whatever a gateway should not have let through.
final class StrictUpstream implements AutoCloseable {
    private static final Pattern REQUEST_LINE =
            Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (/[!-~]*) HTTP/1\\.1");
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+: ?[\\t -~\\x80-\\xff]*");

    private final ServerSocket listener = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    StrictUpstream() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    int requests() {
        return requests.get();
    }

    int open() {
        return open.get();
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            System.getLogger("upstream").log(System.Logger.Level.TRACE, "closed", e);
        }
    }

    private void serve(Socket socket) {
        open.incrementAndGet();
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                in.mark(1);
                if (in.read() < 0) {
                    return;
                }
                in.reset();
                answer(socket, request(in));
            }
        } catch (IOException e) {
            System.getLogger("upstream").log(System.Logger.Level.TRACE, "broken off", e);
        } finally {
            open.decrementAndGet();
        }
    }

    private static void answer(Socket socket, boolean head) throws IOException {
        String body = head ? "" : "fine";
        socket.getOutputStream()
                .write(("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
    }

    /// Reads one request; true for a HEAD.
    private boolean request(InputStream in) throws IOException {
        requests.incrementAndGet();
        String first = line(in);
        require(REQUEST_LINE.matcher(first).matches() && !first.contains(" /smuggled "), "request line", first);
        long length = 0;
        int lengths = 0;
        int hosts = 0;
        boolean chunked = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            require(HEADER.matcher(line).matches(), "header", line);
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                lengths++;
                length = Long.parseLong(line.substring(15).strip());
            }
            hosts += lower.startsWith("host:") ? 1 : 0;
            if (lower.startsWith("transfer-encoding:")) {
                require(!chunked && line.endsWith(": chunked"), "coding", line);
                chunked = true;
            }
            require(!lower.matches("(connection|upgrade|te|trailer|expect|x-helidon-cn):.*"), "hop by hop", line);
            require(!lower.startsWith("x-forwarded-for:") || lower.endsWith(" 127.0.0.1"), "pretence", line);
        }
        require(hosts == 1 && lengths + (chunked ? 1 : 0) <= 1, "framing", first);
        if (chunked) {
            chunks(in);
        } else {
            in.skipNBytes(length);
        }
        return first.startsWith("HEAD ");
    }

    private void chunks(InputStream in) throws IOException {
        while (true) {
            String size = line(in);
            require(size.matches("[0-9a-fA-F]{1,8}"), "chunk size", size);
            int length = Integer.parseInt(size, 16);
            in.skipNBytes(length);
            require(line(in).isEmpty(), "chunk end", size);
            if (length == 0) {
                return;
            }
        }
    }

    private void require(boolean holds, String what, String line) {
        if (!holds) {
            faults.add(what + ": " + line);
        }
    }

    private String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException();
            }
            line.append((char) one);
        }
        require(line.toString().endsWith("\r") && line.indexOf("\r") == line.length() - 1, "line end", line.toString());
        return line.toString().stripTrailing();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
