package io.heddle.kit.log;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.util.Locale;
import java.util.Set;

/// What is logged, and where to. A file always holds JSON lines.
///
/// @param format how the console is written
/// @param level the least severe events that are kept: `trace`, `debug`, `info`, `warn`, `error` or `off`
/// @param libraries the same for what the libraries below say of their own work: Helidon, Flyway, HikariCP
/// @param file the path of a file that events also go to, empty for none
/// @param fileSize when the file is begun anew, in bytes
/// @param fileCount how many old files are kept, compressed
/// @param queue how many events may wait to be written; those beyond are dropped and counted
public record LogSettings(
        @Default("CONSOLE") LogFormat format,
        @Default("info") String level,
        @Default("warn") String libraries,
        @Default("") String file,

        @Default("104857600") @Bounds(min = 1024, max = 1L << 40)
        long fileSize,

        @Default("10") @Bounds(min = 1, max = 1000) int fileCount,
        @Default("8192") @Bounds(min = 16, max = 1 << 20) int queue) {
    private static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error", "off");

    /// Checks the levels.
    public LogSettings {
        check("level", level);
        check("libraries", libraries);
    }

    private static void check(String what, String level) {
        if (!LEVELS.contains(level.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(what + " must be trace, debug, info, warn, error or off, not " + level);
        }
    }

    /// The console for people, from `info` up.
    public static LogSettings console() {
        return new LogSettings(LogFormat.CONSOLE, "info", "warn", "", 100L << 20, 10, 8192);
    }

    /// The same from another level up.
    public LogSettings level(String least) {
        return new LogSettings(format, least, libraries, file, fileSize, fileCount, queue);
    }

    /// JSON lines on the console, from `info` up.
    public static LogSettings json() {
        return new LogSettings(LogFormat.JSON, "info", "warn", "", 100L << 20, 10, 8192);
    }
}
