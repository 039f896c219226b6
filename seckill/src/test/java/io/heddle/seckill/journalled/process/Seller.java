package io.heddle.seckill.journalled.process;

import io.heddle.seckill.journal.JournalKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A {@link SaleProcess}, and buyers who write down what it tells them.
final class Seller implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final int port;
    private final AtomicInteger undecided = new AtomicInteger();

    private Seller(Process process, BufferedReader output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /// Starts one behind other programs, such as one that watches its system calls.
    ///
    /// @throws IllegalStateException with what it said when it does not begin to sell
    static Seller start(JournalKind kind, Path folder, List<String> before) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(SaleProcess.class.getName(), kind.name(), folder.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY ")) {
                return new Seller(process, output, Integer.parseInt(line.substring("READY ".length())));
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException(said.toString());
    }

    /// The process that was started: the seller, or what stands before it.
    ProcessHandle handle() {
        return process.toHandle();
    }

    /// Lets buyers ask until the seller is gone, or so many users have asked.
    ///
    /// @param first the number of the first user
    /// @return the orders that users were told of as won
    Map<String, String> sell(int buyers, int first, int users) throws InterruptedException {
        Map<String, String> told = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger(first);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < buyers; i++) {
            threads.add(Thread.ofVirtual().start(() -> buy(next, first + users, told)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return told;
    }

    private void buy(AtomicInteger next, int end, Map<String, String> told) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            for (int user = next.getAndIncrement(); user < end; user = next.getAndIncrement()) {
                socket.getOutputStream().write((name(user) + '\n').getBytes(StandardCharsets.US_ASCII));
                String line = lines.readLine();
                if (line == null) {
                    return;
                }
                write(line.split(" "), told);
            }
        } catch (IOException gone) {
            return;
        }
    }

    private void write(String[] words, Map<String, String> told) {
        if (words[0].equals("UNDECIDED")) {
            undecided.incrementAndGet();
        }
        if (words[0].equals("WON") || words[0].equals("ALREADY")) {
            String before = told.put(words[1], words[2]);
            if (before != null && !before.equals(words[2])) {
                throw new IllegalStateException(words[1] + " was told of " + before + " and of " + words[2]);
            }
        }
    }

    /// How many were told that nobody can say.
    int undecided() {
        return undecided.get();
    }

    private static String name(int user) {
        return "user-" + (1_000_000 + user);
    }

    /// What it says until its end.
    String lastWords() {
        StringBuilder said = new StringBuilder();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said.toString();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        List<ProcessHandle> inner = process.descendants().toList();
        inner.forEach(ProcessHandle::destroyForcibly);
        inner.forEach(each -> each.onExit().join());
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
