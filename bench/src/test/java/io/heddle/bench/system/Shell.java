package io.heddle.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// A command as a user types it, with a limit on its time.
final class Shell {
    private static final long LIMIT_SECONDS = 90;

    private final Path folder;
    private final List<String> command;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> removed = new ArrayList<>();

    private Shell(Path folder, List<String> command) {
        this.folder = folder;
        this.command = command;
    }

    /// What a command said and how it ended.
    ///
    /// @param code its exit code
    record Result(int code, String out, String err) {}

    /// A command in a working directory.
    static Shell in(Path folder, String... command) {
        return new Shell(folder, List.of(command));
    }

    /// With a variable of the environment.
    Shell with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /// Without a variable of the environment.
    Shell without(String name) {
        removed.add(name);
        return this;
    }

    /// Runs it to its end.
    Result run() {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            try {
                int code = ended(start(out, err));
                return new Result(code, Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts it, its output going to files.
    Process start(Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        removed.forEach(builder.environment()::remove);
        return builder.start();
    }

    private int ended(Process process) {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(command + " does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Where a program is that is there.
    static Path find(String program) {
        Result found = in(Path.of("."), "sh", "-c", "command -v " + program).run();
        return Path.of(found.out().strip());
    }

    /// Skips the test by name when a program is missing; fails where nothing may be skipped.
    static void needs(String program, String install) {
        Result found = in(Path.of("."), "sh", "-c", "command -v " + program).run();
        needs(found.code() == 0, program + " is missing: " + install);
    }

    /// Skips the test for this reason; fails where nothing may be skipped.
    static void needs(boolean there, String otherwise) {
        if (!there && System.getenv("CI") != null) {
            throw new AssertionError(otherwise);
        }
        Assumptions.assumeTrue(there, otherwise);
    }

    /// The text of a file as it is now.
    static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
