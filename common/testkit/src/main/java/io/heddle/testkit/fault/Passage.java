package io.heddle.testkit.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One client's connection and the one to the server that stands for it. Two threads pump, one each way.
final class Passage {
    private static final int PIECE = 16 * 1024;

    private final Socket client;
    private final Script script;
    private final Consumer<Passage> onClose;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long answerLeft = Long.MAX_VALUE;
    private volatile Socket server = new Socket();

    Passage(Socket client, Script script, Consumer<Passage> onClose) {
        this.client = client;
        this.script = script;
        this.onClose = onClose;
    }

    void open(Socket connected) {
        server = connected;
        Thread.ofVirtual().start(() -> pump(this::requests));
        Thread.ofVirtual().start(() -> pump(this::answers));
    }

    private interface Pump {
        void run() throws IOException, InterruptedException;
    }

    /// Whatever ends one direction ends both.
    private void pump(Pump pump) {
        try {
            pump.run();
        } catch (IOException e) {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void requests() throws IOException, InterruptedException {
        client.setTcpNoDelay(true);
        byte[] piece = new byte[PIECE];
        InputStream in = client.getInputStream();
        OutputStream out = server.getOutputStream();
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            if (!passes(script.fate())) {
                return;
            }
            out.write(piece, 0, count);
        }
    }

    private boolean passes(Fault fault) throws IOException, InterruptedException {
        return switch (fault) {
            case Fault.None() -> true;
            case Fault.Delay(var time) -> !closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
            case Fault.Reset() -> {
                client.setSoLinger(true, 0);
                yield false;
            }
            case Fault.Hang() -> {
                closed.await();
                yield false;
            }
            case Fault.Answer(int status) -> {
                client.getOutputStream().write(envelope(status));
                yield false;
            }
            case Fault.Cut(int bytes) -> {
                answerLeft = bytes;
                yield true;
            }
        };
    }

    private static byte[] envelope(int status) {
        String body = "{\"code\":100001,\"message\":\"a fault of the test\",\"status_code\":" + status + "}";
        String head = "HTTP/1.1 " + status + " Fault\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }

    private void answers() throws IOException {
        server.setTcpNoDelay(true);
        byte[] piece = new byte[PIECE];
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            int through = (int) Math.min(count, answerLeft);
            out.write(piece, 0, through);
            if (through < count) {
                return;
            }
            answerLeft = answerLeft == Long.MAX_VALUE ? answerLeft : answerLeft - through;
        }
    }

    void close() {
        closed.countDown();
        for (Socket socket : new Socket[] {client, server}) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        onClose.accept(this);
    }
}
