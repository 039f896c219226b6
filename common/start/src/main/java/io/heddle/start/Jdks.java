package io.heddle.start;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The JDKs that this machine may have: in the folder that the environment names, else in the usual places.
final class Jdks {
    private static final String FOLDER = "HEDDLE_JDKS";

    private Jdks() {}

    /// The `java` of the lowest JDK that is new enough, empty when there is none.
    static Optional<File> find() {
        String folder = System.getenv(FOLDER);
        return lowest(
                folder == null
                        ? candidates(System.getenv("JAVA_HOME"), System.getProperty("user.home", ""))
                        : within(new File(folder)));
    }

    static Optional<File> lowest(List<File> homes) {
        Optional<File> best = Optional.empty();
        int lowest = Integer.MAX_VALUE;
        for (File home : homes) {
            int major = version(home);
            File java = new File(home, "bin/java");
            if (major >= Start.NEEDED && major < lowest && java.canExecute()) {
                lowest = major;
                best = Optional.of(java);
            }
        }
        return best;
    }

    private static List<File> within(File folder) {
        List<File> homes = new ArrayList<>();
        addChildren(homes, folder, "");
        return homes;
    }

    private static List<File> candidates(String javaHome, String userHome) {
        List<File> homes = new ArrayList<>();
        if (javaHome != null) {
            homes.add(new File(javaHome));
        }
        addChildren(homes, new File("/usr/lib/jvm"), "");
        addChildren(homes, new File("/opt/java"), "");
        addChildren(homes, new File("/opt"), "");
        addChildren(homes, new File(userHome, ".sdkman/candidates/java"), "");
        addChildren(homes, new File(userHome, ".jdks"), "");
        addChildren(homes, new File("/Library/Java/JavaVirtualMachines"), "Contents/Home");
        return homes;
    }

    private static void addChildren(List<File> homes, File folder, String inner) {
        File[] children = folder.listFiles();
        if (children != null) {
            for (File child : children) {
                homes.add(inner.isEmpty() ? child : new File(child, inner));
            }
        }
    }

    /// The major version that the `release` file of a JDK tells, 0 when it tells none.
    static int version(File home) {
        File release = new File(home, "release");
        if (!release.isFile()) {
            return 0;
        }
        try {
            for (String line : Files.readAllLines(release.toPath(), StandardCharsets.UTF_8)) {
                if (line.startsWith("JAVA_VERSION=\"")) {
                    return Start.major(line.substring("JAVA_VERSION=\"".length()));
                }
            }
            return 0;
        } catch (IOException unreadable) {
            // A folder that cannot be read is no JDK for us; another may do.
            return 0;
        }
    }
}
