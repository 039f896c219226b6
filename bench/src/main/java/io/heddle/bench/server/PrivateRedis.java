package io.heddle.bench.server;

import io.heddle.bench.process.Child;
import io.heddle.bench.process.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A Redis of our own on a free port of 127.0.0.1, in a folder that goes with it, which has its log on the disk before
/// it answers (`appendfsync always`).
///
/// @param child its process
/// @param port where it listens
/// @param folder where its data is
public record PrivateRedis(Child child, int port, Path folder) implements AutoCloseable {
    /// Starts an empty one.
    public static PrivateRedis start() {
        try {
            Path folder = Files.createTempDirectory("bench-redis");
            int port = Child.freePort();
            List<String> command = List.of(
                    "redis-server",
                    "--port",
                    Integer.toString(port),
                    "--bind",
                    "127.0.0.1",
                    "--dir",
                    folder.toString(),
                    "--save",
                    "",
                    "--appendonly",
                    "yes",
                    "--appendfsync",
                    "always");
            Child child = Child.start(folder.resolve("log"), Map.of(), command);
            return new PrivateRedis(child.awaitPort(port), port, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        child.close();
        new Scratch(folder).close();
    }
}
