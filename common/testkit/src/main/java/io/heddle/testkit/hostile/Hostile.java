package io.heddle.testkit.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Attacks a server on loopback with broken requests. Each answer must be in order: no 5xx but those that are
/// allowed, a 4xx in its envelope, nothing of the inside; and each connection must end soon.
public final class Hostile {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MOST_FAULTS = 20;
    private static final List<String> INSIDE =
            List.of("io.heddle", "io.helidon", "java.lang", "java.util", "tools.jackson", "exception", "\tat ");

    private final List<Ask> asks;
    private final Predicate<Integer> allowed;
    private final boolean plain;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private Hostile(List<Ask> asks, Predicate<Integer> allowed, boolean plain) {
        this.asks = List.copyOf(asks);
        this.allowed = allowed;
        this.plain = plain;
    }

    /// An attacker who knows these requests.
    public static Hostile knowing(List<Ask> asks) {
        return new Hostile(asks, status -> status < 500, false);
    }

    /// The same, for a server that may honestly answer 502, 503 and 504.
    public Hostile onAProxy() {
        return new Hostile(asks, status -> status < 500 || (status >= 502 && status <= 504), plain);
    }

    /// The same, for a server that may tell its errors in plain text too, as other people's protocols do.
    public Hostile withPlainErrors() {
        return new Hostile(asks, allowed, true);
    }

    /// Opens so many connections one after another, each with requests of its own.
    ///
    /// @param seed the same seed makes the same requests
    public Findings attack(int port, int connections, long seed) {
        Mutations mutations = new Mutations(asks, new SplittableRandom(seed));
        for (int i = 0; i < connections && faults.size() < MOST_FAULTS; i++) {
            String text = mutations.next();
            try {
                judge(text, exchange(port, text));
            } catch (IOException | IllegalStateException e) {
                faults.add(e + " after " + shown(text));
            }
        }
        return new Findings(connections, statuses, faults);
    }

    /// Sends, closes the sending side, and reads up to the end. A server that has heard enough may reset.
    private static String exchange(int port, String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            send(socket, text);
            return new String(read(socket), StandardCharsets.ISO_8859_1);
        }
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
        } catch (IOException e) {
            System.getLogger(Hostile.class.getName()).log(System.Logger.Level.TRACE, "closed while sending", e);
        }
    }

    private static byte[] read(Socket socket) throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                all.write(buffer, 0, n);
            }
        } catch (SocketTimeoutException e) {
            throw new IllegalStateException("neither answered nor closed, but for " + all.size() + " bytes", e);
        } catch (IOException e) {
            System.getLogger(Hostile.class.getName()).log(System.Logger.Level.TRACE, "reset", e);
        }
        return all.toByteArray();
    }

    private void judge(String sent, String received) {
        for (Replies.Reply reply : new Replies(received, sent.contains("HEAD")).all()) {
            statuses.merge(reply.status(), 1, Integer::sum);
            if (!fine(reply)) {
                faults.add(reply + " after " + shown(sent));
            }
        }
    }

    private boolean fine(Replies.Reply reply) {
        if (!allowed.test(reply.status())) {
            return false;
        }
        if (reply.status() < 400 || reply.body().isEmpty()) {
            return true;
        }
        String body = reply.body().toLowerCase(Locale.ROOT);
        boolean envelope = body.startsWith("{\"code\":") && body.contains("\"status_code\":" + reply.status());
        return (envelope || (plain && reply.headers().contains("\r\ncontent-type: text/plain")))
                && INSIDE.stream().noneMatch(body::contains);
    }

    private static String shown(String text) {
        String some = text.length() > 600 ? text.substring(0, 600) + "..." + text.length() : text;
        return some.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
    }
}
