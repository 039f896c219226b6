package io.heddle.bench.watcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// How one who watches asks to be told.
sealed interface Talk {
    /// Tells each piece of text that comes, until the connection ends.
    void on(Socket socket, Consumer<String> look) throws IOException;

    /// Whether a piece of text tells that the watch stands.
    boolean stands(String text);

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void ask(Socket socket, String path) throws IOException {
        String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    /// Server-sent events, told line by line.
    record EventStream(String path) implements Talk {
        @Override
        public void on(Socket socket, Consumer<String> look) throws IOException {
            ask(socket, path);
            reader(socket).lines().forEach(look);
        }

        @Override
        public boolean stands(String text) {
            return text.contains("\"revision\"");
        }
    }

    /// Consul's blocking queries, one after the other, told answer by answer.
    ///
    /// @param path with a query, to which the index is added
    record BlockingQueries(String path) implements Talk {
        private static final String INDEX = "X-Consul-Index: ";
        private static final String LENGTH = "Content-Length: ";

        @Override
        public void on(Socket socket, Consumer<String> look) throws IOException {
            BufferedReader from = reader(socket);
            String index = "0";
            while (!socket.isClosed()) {
                ask(socket, path + "&wait=10m&index=" + index);
                int length = 0;
                for (String line = from.readLine(); line != null && !line.isEmpty(); line = from.readLine()) {
                    index = after(INDEX, line, index);
                    length = Integer.parseInt(after(LENGTH, line, Integer.toString(length)));
                }
                look.accept(body(from, length));
            }
        }

        private static String after(String name, String line, String otherwise) {
            return line.regionMatches(true, 0, name, 0, name.length()) ? line.substring(name.length()) : otherwise;
        }

        /// The answers are ASCII.
        private static String body(Reader from, int length) throws IOException {
            char[] text = new char[length];
            for (int at = 0; at < length; ) {
                int more = from.read(text, at, length - at);
                if (more < 0) {
                    throw new IOException("the answer ended early");
                }
                at += more;
            }
            return new String(text);
        }

        @Override
        public boolean stands(String text) {
            return !text.isEmpty();
        }
    }
}
