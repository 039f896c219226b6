package io.heddle.testkit.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// What a test needs on this machine. What is missing skips the test and says what to install; where `CI` is set
/// nothing may be skipped, and it fails.
final class Needed {
    private static final List<String> FOLDERS = List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin");

    private Needed() {}

    /// A program of this machine.
    ///
    /// @param advice how it is installed
    static String program(String name, String advice) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Optional<String> found = Stream.concat(Stream.of(path.split(File.pathSeparator)), FOLDERS.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
        return found.orElseThrow(() -> missing(name + " is not installed: " + advice));
    }

    /// A file that the build fetches into the project.
    static Path file(String place, String advice) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(place))) {
                return folder.resolve(place);
            }
        }
        throw missing("there is no " + place + ": " + advice);
    }

    /// Skips the test by name, or fails it where `CI` is set.
    static IllegalStateException missing(String what) {
        if (System.getenv("CI") != null) {
            Assertions.fail(what);
        }
        Assumptions.abort("skipped: " + what);
        return new IllegalStateException(what);
    }
}
