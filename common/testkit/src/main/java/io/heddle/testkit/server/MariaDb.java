package io.heddle.testkit.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A private MariaDB, from Debian's packages or another's with the same programs. Its data survives a kill and a
/// restart of its {@link #server()}. Any thread may use it.
public final class MariaDb implements AutoCloseable {
    private static final String ADVICE = "apt-get install mariadb-server-core mariadb-client-core";
    private static final List<String> CLIENT = List.of(
            "--no-defaults", "--user=root", "--batch", "--skip-column-names", "--default-character-set=utf8mb4");

    private final Program program;
    private final List<String> client;
    private final AtomicInteger schemas = new AtomicInteger();

    private MariaDb(Program program, List<String> client) {
        this.program = program;
        this.client = client;
    }

    /// Starts one with nothing in it.
    public static MariaDb start() {
        String server = Needed.program("mariadbd", ADVICE);
        String client = Needed.program("mariadb", ADVICE);
        String installer = Needed.program("mariadb-install-db", ADVICE);
        Path folder = Program.folder("mariadb");
        List<String> common = List.of(
                "--no-defaults", "--user=" + System.getProperty("user.name"), "--datadir=" + folder.resolve("data"));
        Program.run(command(installer, common, "--auth-root-authentication-method=normal", "--skip-test-db"));
        int port = Program.freePort();
        Path socket = folder.resolve("my.sock");
        List<String> command = command(
                server,
                common,
                "--socket=" + socket,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-log-bin",
                "--skip-name-resolve",
                "--pid-file=" + folder.resolve("pid"));
        List<String> root = command(client, CLIENT, "--socket=" + socket);
        Program.Start start = new Program.Start(command, Map.of());
        return new MariaDb(Program.start(port, folder, start, () -> Files.exists(socket) && answers(root)), root);
    }

    private static List<String> command(String program, List<String> common, String... more) {
        return Stream.of(Stream.of(program), common.stream(), Stream.of(more))
                .flatMap(words -> words)
                .toList();
    }

    private static boolean answers(List<String> root) {
        try {
            return run(root, "SELECT 1").equals("1");
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static String run(List<String> root, String statements) {
        List<String> command =
                Stream.concat(root.stream(), Stream.of("-e", statements)).toList();
        return Program.run(command).strip();
    }

    /// Runs statements as the root of the server, and gives what they print, tab separated and without headings.
    ///
    /// @throws IllegalStateException with the server's words when one fails
    public String sql(String statements) {
        return run(client, statements);
    }

    /// Makes an empty database (utf8mb4) and a user who owns it.
    public Schema schema() {
        String name = "t" + schemas.incrementAndGet();
        byte[] secret = new byte[12];
        ThreadLocalRandom.current().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        sql("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;"
                + " CREATE USER " + name + "@'127.0.0.1' IDENTIFIED BY '" + password + "';"
                + " GRANT ALL ON " + name + ".* TO " + name + "@'127.0.0.1'");
        return new Schema("jdbc:mysql://127.0.0.1:" + program.port() + '/' + name, name, password);
    }

    /// Its process.
    public TestServer server() {
        return program;
    }

    @Override
    public void close() {
        program.close();
    }
}
