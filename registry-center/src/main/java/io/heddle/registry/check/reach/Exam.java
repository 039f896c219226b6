package io.heddle.registry.check.reach;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One look at one address, on a connection of its own that ends with it, as Consul does: a kept connection would say
/// nothing of whether new ones are taken.
///
/// @param address what is connected to, whatever the name of the host may lead to by now
/// @param end when it must be over, on the clock of {@link System#nanoTime()}
record Exam(InetAddress address, long end) {
    /// The most that is read of an answer.
    private static final int MOST_BYTES = 4096;

    private static final String VERSION = "HTTP/1.";
    private static final int STATUS_LINE = "HTTP/1.1 200".length();

    Outcome look(Target target) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, target.port()), left());
            return switch (target) {
                case Target.Tcp _ -> new Outcome(Health.PASSING, "TCP connect " + where(target) + ": Success", false);
                case Target.Http http -> http.secure() ? secured(socket, http) : ask(socket, http);
            };
        }
    }

    private static String where(Target target) {
        return target.host() + ':' + target.port();
    }

    /// The handshake reads as often as it likes, so that only a guard can end it in time.
    private Outcome secured(Socket plain, Target.Http http) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        Thread guard = Thread.ofVirtual().name("check-guard").start(() -> closeAt(plain));
        try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, http.host(), http.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return ask(socket, http);
        } catch (IOException e) {
            throw plain.isClosed() && end - System.nanoTime() <= 0 ? timeout(e) : e;
        } finally {
            guard.interrupt();
        }
    }

    private void closeAt(Socket socket) {
        try (socket) {
            TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.getLogger(Exam.class.getName()).log(System.Logger.Level.DEBUG, "socket not closed", e);
        }
    }

    private static SocketTimeoutException timeout(IOException cause) {
        SocketTimeoutException late = new SocketTimeoutException("no answer in time");
        late.initCause(cause);
        return late;
    }

    private Outcome ask(Socket socket, Target.Http http) throws IOException {
        socket.getOutputStream().write(request(http).getBytes(StandardCharsets.ISO_8859_1));
        String answer = read(socket);
        int status = status(answer);
        Health health = status / 100 == 2 ? Health.PASSING : status == 429 ? Health.WARNING : Health.CRITICAL;
        int line = answer.indexOf("\r\n");
        String first = answer.substring(STATUS_LINE - 3, line < 0 ? answer.length() : line);
        int body = answer.indexOf("\r\n\r\n");
        String text = body < 0 ? "" : answer.substring(body + 4);
        return new Outcome(
                health, "HTTP " + http.method() + " " + http.url() + ": " + first + " Output: " + text, false);
    }

    private static String request(Target.Http http) {
        String query = http.url().getRawQuery();
        String path = http.url().getRawPath();
        StringBuilder head = new StringBuilder(256)
                .append(http.method())
                .append(' ')
                .append(path == null || path.isEmpty() ? "/" : path)
                .append(query == null ? "" : "?" + query)
                .append(" HTTP/1.1\r\n");
        boolean hosted = http.headers().keySet().stream().anyMatch("host"::equalsIgnoreCase);
        if (!hosted) {
            head.append("Host: ").append(http.url().getRawAuthority()).append("\r\n");
        }
        for (Map.Entry<String, String> header : http.headers().entrySet()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        boolean bodied = http.method().toUpperCase(Locale.ROOT).startsWith("P");
        return head.append("User-Agent: heddle-check\r\nAccept: text/plain, */*\r\n")
                .append(bodied ? "Content-Length: 0\r\n" : "")
                .append("Connection: close\r\n\r\n")
                .toString();
    }

    /// Up to the status line and what came along with it; the rest is nobody's business.
    private String read(Socket socket) throws IOException {
        byte[] bytes = new byte[MOST_BYTES];
        int count = 0;
        InputStream in = socket.getInputStream();
        while (count < STATUS_LINE) {
            socket.setSoTimeout(left());
            int some = in.read(bytes, count, bytes.length - count);
            if (some < 0) {
                throw new IOException("the connection ended before an answer");
            }
            count += some;
        }
        return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
    }

    private static int status(String answer) throws IOException {
        String digits = answer.substring(STATUS_LINE - 3, STATUS_LINE);
        if (!answer.startsWith(VERSION) || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IOException("the answer is not HTTP");
        }
        return Integer.parseInt(digits);
    }

    /// The time left in milliseconds, at least one.
    private int left() throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (millis < 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) Math.max(1, Math.min(millis, Integer.MAX_VALUE));
    }
}
