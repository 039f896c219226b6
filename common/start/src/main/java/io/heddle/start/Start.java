package io.heddle.start;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/// Starts the main class that the manifest of the jar names as `Heddle-Main`.
public final class Start {
    static final int NEEDED = 25;

    private static final String ATTRIBUTE = "Heddle-Main";
    private static final List<String> SENTENCES = Arrays.asList("SettingsException", "ConfigMissingException");

    private Start() {}

    /// Hands over, or starts again on a newer Java; ends with status 1 and one line when there is none.
    public static void main(String[] arguments) throws Throwable {
        int running = major(System.getProperty("java.specification.version", "0"));
        File jar = ownJar();
        if (running >= NEEDED) {
            handOver(mainClass(jar).get(), arguments);
            return;
        }
        Optional<File> java = Jdks.find();
        if (!java.isPresent()) {
            System.err.println(
                    "This service needs Java " + NEEDED + " or newer and runs on Java " + running + ". Install a JDK "
                            + NEEDED + " (for example from https://adoptium.net) and set JAVA_HOME to it.");
            System.exit(1);
            return;
        }
        System.exit(startAgain(java.get(), jar, arguments));
    }

    /// The major version of a specification version: `1.8` is 8, `17` is 17.
    static int major(String version) {
        String text = version.startsWith("1.") ? version.substring(2) : version;
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(text.substring(0, end));
    }

    private static void handOver(String main, String[] arguments) throws Throwable {
        try {
            Class.forName(main).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getTargetException();
            if (!SENTENCES.contains(cause.getClass().getSimpleName())) {
                throw cause;
            }
            // Settings are the user's own words: the sentence says all, and a stack trace would hide it.
            System.err.println(cause.getMessage());
            System.exit(1);
        }
    }

    /// The jar on the class path that names a main class of its own.
    private static File ownJar() throws IOException {
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            File file = new File(entry);
            if (file.isFile() && mainClass(file).isPresent()) {
                return file;
            }
        }
        throw new IllegalStateException("no jar on the class path has the attribute " + ATTRIBUTE);
    }

    private static Optional<String> mainClass(File file) throws IOException {
        try (JarFile jar = new JarFile(file)) {
            Manifest manifest = jar.getManifest();
            Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
            return Optional.ofNullable(attributes.getValue(ATTRIBUTE));
        }
    }

    private static int startAgain(File java, File jar, String[] arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java.getPath());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(Arrays.asList("-jar", jar.getPath()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        return process.waitFor();
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
