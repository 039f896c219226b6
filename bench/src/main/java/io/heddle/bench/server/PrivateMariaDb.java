package io.heddle.bench.server;

import io.heddle.bench.process.Child;
import io.heddle.bench.process.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A MariaDB of our own on a free port of 127.0.0.1, in a folder that goes with it. It writes its log to the disk
/// at each commit (`innodb_flush_log_at_trx_commit=1`), as MariaDB does by default.
///
/// @param child its process
/// @param port where it listens
/// @param folder where its data is
public record PrivateMariaDb(Child child, int port, Path folder) implements AutoCloseable {
    /// Starts one with an empty database `bench`, which `root` may use without a password.
    public static PrivateMariaDb start() {
        try {
            Path folder = Files.createTempDirectory("bench-mariadb");
            String user = "--user=" + System.getProperty("user.name");
            String data = "--datadir=" + folder.resolve("data");
            new ProcessBuilder(
                            "mariadb-install-db",
                            "--no-defaults",
                            user,
                            data,
                            "--auth-root-authentication-method=normal",
                            "--skip-test-db")
                    .redirectOutput(folder.resolve("install.log").toFile())
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            Files.writeString(folder.resolve("init.sql"), "CREATE DATABASE bench CHARACTER SET utf8mb4;\n");
            int port = Child.freePort();
            List<String> command = List.of(
                    "mariadbd",
                    "--no-defaults",
                    user,
                    data,
                    "--socket=" + folder.resolve("my.sock"),
                    "--port=" + port,
                    "--bind-address=127.0.0.1",
                    "--skip-log-bin",
                    "--innodb-flush-log-at-trx-commit=1",
                    "--init-file=" + folder.resolve("init.sql"));
            Child child = Child.start(folder.resolve("log"), Map.of(), command);
            return new PrivateMariaDb(child.await(() -> listens(port)), port, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while MariaDB is installed", e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /// The JDBC address of the database.
    public String url() {
        return "jdbc:mysql://127.0.0.1:" + port + "/bench";
    }

    @Override
    public void close() {
        child.close();
        new Scratch(folder).close();
    }
}
