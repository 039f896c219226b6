package io.heddle.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A service jar that runs as a process of its own, on loopback and a free port. Closing it kills it.
public final class ServiceProcess implements AutoCloseable {
    /// How long a process may take to become ready.
    public static final Duration READY_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path folder;
    private final Path log;
    private URI url = URI.create("http://127.0.0.1:0");

    private ServiceProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.log = folder.resolve("log");
    }

    /// Starts a jar and waits until it says that it is ready.
    ///
    /// @param jar the runnable jar
    /// @param folder where it keeps its data, its log and its ready file; made when it is not there
    /// @param settings settings by key, such as `server.port`; the port is a free one when none is set
    /// @param arguments what its `main` is told
    /// @throws IllegalStateException with the end of its log when it does not become ready
    public static ServiceProcess start(Path jar, Path folder, Map<String, String> settings, String... arguments) {
        List<String> command = line(jar, folder, settings);
        command.addAll(List.of(arguments));
        return run(command, folder);
    }

    /// The same within another program, and without arguments.
    ///
    /// @param outer a command that becomes what follows it, such as `ip netns exec NAME`
    public static ServiceProcess within(List<String> outer, Path jar, Path folder, Map<String, String> settings) {
        List<String> command = new ArrayList<>(outer);
        command.addAll(line(jar, folder, settings));
        return run(command, folder);
    }

    private static List<String> line(Path jar, Path folder, Map<String, String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-Xmx512m");
        command.add("-Dheddle.service.ready_file=" + ready(folder));
        command.add("-Dheddle.service.data=" + folder);
        if (!settings.containsKey("server.port")) {
            command.add("-Dheddle.server.port=0");
        }
        settings.forEach((key, value) -> command.add("-Dheddle." + key + "=" + value));
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    private static Path ready(Path folder) {
        return folder.resolve("ready");
    }

    private static ServiceProcess run(List<String> command, Path folder) {
        Path ready = ready(folder);
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(ready);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()))
                    .start();
            ServiceProcess service = new ServiceProcess(process, folder);
            service.awaitReady(ready);
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Path ready) throws IOException {
        long end = System.nanoTime() + READY_LIMIT.toNanos();
        while (!Files.exists(ready)) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                process.destroyForcibly();
                throw new IllegalStateException("not ready:\n" + Files.readString(log));
            }
            pause();
        }
        url = URI.create(Files.readString(ready).strip());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a service starts", e);
        }
    }

    /// Its address.
    public URI url() {
        return url;
    }

    /// Its port.
    public int port() {
        return url.getPort();
    }

    /// The folder it was started with.
    public Path folder() {
        return folder;
    }

    /// What it has logged so far.
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it still runs.
    public boolean alive() {
        return process.isAlive();
    }

    /// The CPU time it has used, user and system together.
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Kills it at once, as `kill -9` does, and waits until it is gone.
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /// Asks it to end, as `kill` does, and waits until it is gone.
    public void stop() {
        process.destroy();
        await();
    }

    /// Asks it to end, as `kill` does.
    public void askToStop() {
        process.destroy();
    }

    /// Stops its clock, as `kill -STOP` does: a host that hangs.
    public void pauseProcess() {
        signal("STOP");
    }

    /// Lets it go on.
    public void resumeProcess() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("the process is gone");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the process does not end:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
