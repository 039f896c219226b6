package io.heddle.testkit.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs scripts with the Python of the system, which has the clients that its packages install.
public interface Python {
    /// That of the system: another one on the path does not have what its packages install.
    String SYSTEM = "/usr/bin/python3";

    /// Runs a script to its end and gives what it printed. A test whose client is not installed is skipped by name.
    ///
    /// @param module what the script imports
    /// @param advice how that is installed
    /// @throws IllegalStateException with what it printed when it fails
    static String run(Path script, String module, String advice, String... arguments) {
        need(module, advice);
        List<String> command = new ArrayList<>(List.of(SYSTEM, script.toString()));
        command.addAll(List.of(arguments));
        return Program.run(command);
    }

    /// Skips the test by name where a module is not installed; fails it where nothing may be skipped.
    static void need(String module, String advice) {
        if (!Files.isExecutable(Path.of(SYSTEM))) {
            throw Needed.missing("there is no " + SYSTEM + ": " + advice);
        }
        try {
            Program.run(List.of(SYSTEM, "-c", "import " + module));
        } catch (IllegalStateException e) {
            throw Needed.missing("Python has no " + module + ": " + advice);
        }
    }
}
