package io.heddle.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A program that runs until it is told to end, its folder and its log.
final class Program implements TestServer {
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final long POLL_MS = 20;

    private final int port;
    private final Path folder;
    private final Start start;
    private final BooleanSupplier answers;
    private Optional<Process> process = Optional.empty();

    /// How it is started.
    ///
    /// @param command the program and its arguments
    /// @param environment variables beside those of this process
    record Start(List<String> command, Map<String, String> environment) {}

    private Program(int port, Path folder, Start start, BooleanSupplier answers) {
        this.port = port;
        this.folder = folder;
        this.start = start;
        this.answers = answers;
    }

    /// Starts a program and waits until it answers.
    ///
    /// @param answers whether it is ready; asked every few milliseconds
    static Program start(int port, Path folder, Start start, BooleanSupplier answers) {
        Program program = new Program(port, folder, start, answers);
        program.restart();
        return program;
    }

    /// An empty folder for a server.
    static Path folder(String name) {
        try {
            return Files.createTempDirectory("heddle-" + name + '-');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a file of settings.
    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A port that nobody listens on now.
    static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a program to its end and gives what it printed.
    ///
    /// @throws IllegalStateException with what it printed when it fails
    static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + " failed: " + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.getFirst() + " runs", e);
        }
    }

    @Override
    public synchronized void restart() {
        if (alive()) {
            throw new IllegalStateException("it still runs");
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(start.command())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
            builder.environment().putAll(start.environment());
            process = Optional.of(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process.get()::destroyForcibly));
        awaitAnswer();
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + READY_LIMIT.toNanos();
        while (!answers.getAsBoolean()) {
            if (!alive() || System.nanoTime() - end > 0) {
                kill();
                throw new IllegalStateException("it does not answer:\n" + log());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            } catch (InterruptedException e) {
                kill();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a server starts", e);
            }
        }
    }

    private Path logFile() {
        return folder.resolve("log");
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean alive() {
        return process.map(Process::isAlive).orElse(false);
    }

    @Override
    public void kill() {
        process.ifPresent(Process::destroyForcibly);
        awaitEnd();
    }

    @Override
    public void stop() {
        process.ifPresent(Process::destroy);
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (process.isPresent() && !process.get().waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server does not end:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void pause() {
        signal("STOP");
    }

    @Override
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        long pid = process.orElseThrow(() -> new IllegalStateException("it never ran"))
                .pid();
        run(List.of("kill", "-" + name, Long.toString(pid)));
    }

    @Override
    public void close() {
        if (alive()) {
            kill();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
