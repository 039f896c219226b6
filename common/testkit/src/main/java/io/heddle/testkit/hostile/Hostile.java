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
    private static final int MOST_AT_ONCE = 16_384;
    private static final int SWARM = 8;
    private static final int PIPELINED = 40;
    private static final List<String> INSIDE =
            List.of("io.heddle", "io.helidon", "java.lang", "java.util", "tools.jackson", "exception", "\tat ");

    private final List<Ask> asks;
    private final Predicate<Integer> allowed;
    private final boolean plain;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private int connections;
    private int answers;

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
        for (int i = 0; i < connections && goesOn(Integer.MAX_VALUE); i++) {
            attackOnce(port, mutations.next());
        }
        return findings();
    }

    /// Sends many requests over each of several connections at the same time, until so many more were answered: each
    /// is framed as it should be and wrong within, but the last of a connection is broken in any way.
    ///
    /// @param seed the same seed makes the same requests, in an order that differs
    public Findings swarm(int port, int requests, long seed) {
        int enough = findings().answers() + requests;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < SWARM; i++) {
            Mutations mutations = new Mutations(asks, new SplittableRandom(seed * SWARM + i));
            threads.add(Thread.ofVirtual().name("hostile").start(() -> {
                while (goesOn(enough)) {
                    attackOnce(port, mutations.many(PIPELINED));
                }
            }));
        }
        threads.forEach(Hostile::join);
        return findings();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean goesOn(int enough) {
        return faults.size() < MOST_FAULTS && answers < enough;
    }

    private synchronized Findings findings() {
        return new Findings(connections, answers, statuses, faults);
    }

    private void attackOnce(int port, String text) {
        try {
            judge(text, exchange(port, text));
        } catch (IOException | IllegalStateException e) {
            fault(e + " after " + shown(text));
        }
    }

    private synchronized void fault(String what) {
        faults.add(what);
    }

    /// Sends, closes the sending side, and reads up to the end. A server that has heard enough may reset.
    ///
    /// It sends while it reads: many answers at once do not fit between the two.
    private static String exchange(int port, String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            if (text.length() > MOST_AT_ONCE) {
                Thread.ofVirtual().name("hostile-send").start(() -> send(socket, text));
            } else {
                send(socket, text);
            }
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
        List<Replies.Reply> replies = new Replies(received, sent.contains("HEAD")).all();
        count(replies);
        replies.stream().filter(reply -> !fine(reply)).forEach(reply -> fault(reply + " after " + shown(sent)));
    }

    private synchronized void count(List<Replies.Reply> replies) {
        connections++;
        answers += replies.size();
        replies.forEach(reply -> statuses.merge(reply.status(), 1, Integer::sum));
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
