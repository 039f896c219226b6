package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// An application of Spring Boot and Spring Cloud as a process, which knows nothing of us.
final class CloudApp implements AutoCloseable {
    private static final Path SOURCES = Fleet.ROOT.resolve("bench/peers/cloud-app");
    private static final Path JAR = SOURCES.resolve("target/cloud-app.jar");
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;
    private int port;

    private CloudApp(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Begins to start it; the first time it is built.
    ///
    /// @param settings `name=value` each
    /// @param without what the name of a library begins with that is left out; empty for none
    static CloudApp start(Path folder, String name, List<String> settings, String without) {
        build();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx192m"));
        command.addAll(List.of("-cp", libraries(without), "io.heddle.bench.peers.app.CloudApp"));
        command.add("--server.port=0");
        command.add("--spring.application.name=" + name);
        settings.forEach(setting -> command.add("--" + setting));
        Path log = folder.resolve(name + ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new CloudApp(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String libraries(String without) {
        try (Stream<Path> all = Files.list(SOURCES.resolve("target/lib"))) {
            return Stream.concat(Stream.of(SOURCES.resolve("target/classes")), all)
                    .filter(jar ->
                            without.isEmpty() || !jar.getFileName().toString().startsWith(without))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized void build() {
        if (!Files.exists(JAR)) {
            Shell.needs("mvn", "maven");
            Shell.Result built = Shell.in(SOURCES, "mvn", "-B", "-q", "package")
                    .with("JAVA_HOME", System.getProperty("java.home"))
                    .run();
            assertThat(built.code()).as(built.toString()).isZero();
        }
    }

    /// Waits until it answers.
    CloudApp ready() {
        Awaitility.await().atMost(START).until(() -> {
            Matcher started = PORT.matcher(text());
            assertThat(process.isAlive()).as(text()).isTrue();
            if (started.find()) {
                port = Integer.parseInt(started.group(1));
            }
            return port > 0 && Web.status(url() + "/services") == 200;
        });
        return this;
    }

    private String text() {
        return Shell.text(log);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /// Where it finds another.
    String instances(String name) {
        return Web.get(url() + "/instances/" + name).body();
    }

    String setting(String name) {
        return Web.get(url() + "/settings/" + name).body();
    }

    /// Asks it to end, and waits until it has.
    void stop() {
        process.destroy();
        await();
    }

    void kill() {
        process.destroyForcibly();
        await();
    }

    private void await() {
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(text()).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
