package io.heddle.seckill.journalled.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// A program of this machine that a test needs. Where it is missing the test is skipped and says so; where `CI`
/// is set it fails.
final class Tool {
    private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/local/bin", "/bin");

    private Tool() {}

    static String needed(String name) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> missing(name));
    }

    private static String missing(String name) {
        if (System.getenv("CI") != null) {
            Assertions.fail(name + " is not installed");
        }
        Assumptions.abort("skipped: " + name + " is not installed: apt-get install " + name);
        return name;
    }
}
