package io.heddle.bench.cast;

import io.heddle.bench.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Servers of our own on free ports of this machine, with their data in the folder of the proof.
final class Servers {
    private Servers() {}

    /// A MariaDB with an empty database `proof`.
    record Maria(Actor actor, int port) {}

    /// A Redis that syncs its log before it answers.
    record Redis(Actor actor, int port) {}

    static Maria mariaDb(Path folder) {
        require("mariadbd", "mariadb-server-core");
        Path home = folder.resolve("mariadb");
        String user = "--user=" + System.getProperty("user.name");
        String data = "--datadir=" + home.resolve("data");
        int port = Child.freePort();
        try {
            Files.createDirectories(home);
            Files.writeString(home.resolve("init.sql"), "CREATE DATABASE IF NOT EXISTS proof CHARACTER SET utf8mb4;\n");
            new ProcessBuilder(
                            "mariadb-install-db",
                            "--no-defaults",
                            user,
                            data,
                            "--auth-root-authentication-method=normal",
                            "--skip-test-db")
                    .redirectOutput(home.resolve("install.log").toFile())
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while MariaDB is installed", e);
        }
        List<String> command = List.of(
                "mariadbd",
                "--no-defaults",
                user,
                data,
                "--socket=" + home.resolve("my.sock"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-log-bin",
                "--innodb-flush-log-at-trx-commit=1",
                "--init-file=" + home.resolve("init.sql"));
        return new Maria(new Actor("mariadb", folder.resolve("log"), command, () -> Child.listens(port)), port);
    }

    static Redis redis(Path folder) {
        require("redis-server", "redis-server");
        Path home = folder.resolve("redis");
        int port = Child.freePort();
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = List.of(
                "redis-server",
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                home.toString(),
                "--save",
                "",
                "--appendonly",
                "yes",
                "--appendfsync",
                "always");
        return new Redis(new Actor("redis", folder.resolve("log"), command, () -> Child.listens(port)), port);
    }

    private static void require(String program, String packaged) {
        if (!Child.installed(program)) {
            throw new IllegalStateException(
                    program + " is missing; install it (Debian: apt-get install " + packaged + ")");
        }
    }
}
