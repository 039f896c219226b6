package io.heddle.kit.discovery;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A name server (RFC 1035) on loopback that knows what the test tells it.
final class NameServer implements AutoCloseable {
    private static final int SRV = 33;
    private static final int A = 1;

    private final Map<String, List<byte[]>> records = new ConcurrentHashMap<>();
    private final DatagramSocket socket;
    private volatile boolean silent;

    NameServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("name-server").start(this::serve);
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /// Answers nobody from now on, or everybody again.
    void silent(boolean quiet) {
        silent = quiet;
    }

    /// @param each priority, weight, port and host
    void srv(String name, List<Object[]> each) {
        records.put(SRV + name, each.stream().map(NameServer::srv).toList());
    }

    private static byte[] srv(Object[] record) {
        return bytes(out -> {
            out.writeShort((int) record[0]);
            out.writeShort((int) record[1]);
            out.writeShort((int) record[2]);
            name(out, (String) record[3]);
        });
    }

    void address(String name, List<String> addresses) {
        records.put(
                A + name,
                addresses.stream()
                        .map(address -> bytes(out -> {
                            for (String part : address.split("\\.")) {
                                out.writeByte(Integer.parseInt(part));
                            }
                        }))
                        .toList());
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void name(DataOutputStream out, String name) throws IOException {
        for (String label : name.split("\\.")) {
            out.writeByte(label.length());
            out.write(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeByte(0);
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                if (!silent) {
                    byte[] answer = answer(ByteBuffer.wrap(buffer, 0, packet.getLength()));
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] answer(ByteBuffer question) {
        short id = question.getShort();
        question.position(12);
        StringBuilder name = new StringBuilder();
        for (int length = question.get(); length > 0; length = question.get()) {
            byte[] label = new byte[length];
            question.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        int type = question.getShort();
        List<byte[]> found = records.getOrDefault(type + name.toString(), List.of());
        return bytes(out -> {
            out.writeShort(id);
            out.writeShort(found.isEmpty() ? 0x8583 : 0x8580);
            out.writeShort(1);
            out.writeShort(found.size());
            out.writeInt(0);
            name(out, name.toString());
            out.writeShort(type);
            out.writeShort(1);
            for (byte[] record : found) {
                name(out, name.toString());
                out.writeShort(type);
                out.writeShort(1);
                out.writeInt(1);
                out.writeShort(record.length);
                out.write(record);
            }
        });
    }

    @Override
    public void close() {
        socket.close();
    }
}
