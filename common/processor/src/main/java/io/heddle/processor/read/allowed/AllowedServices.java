package io.heddle.processor.read.allowed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/// The names that services may have, one a line in the file of the option `heddle.services`. Without it any name will
/// do.
public final class AllowedServices {
    /// The option of the processor.
    static final String OPTION = "heddle.services";

    private static final int FARTHEST_HINT = 3;

    private final Optional<Set<String>> names;

    private AllowedServices(Optional<Set<String>> names) {
        this.names = names;
    }

    /// The list of that compilation, if it has one.
    public static AllowedServices from(ProcessingEnvironment environment) {
        String file = environment.getOptions().get(OPTION);
        if (file == null) {
            return new AllowedServices(Optional.empty());
        }
        try (var lines = Files.lines(Path.of(file))) {
            List<String> names = lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            return new AllowedServices(Optional.of(new TreeSet<>(names)));
        } catch (IOException e) {
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "the file '" + file + "' of the option " + OPTION + " cannot be read; mend the path");
            return new AllowedServices(Optional.empty());
        }
    }

    /// What is wrong with a name, if anything.
    public Optional<String> problem(String service) {
        if (names.isEmpty() || names.get().contains(service)) {
            return Optional.empty();
        }
        String hint = nearest(service, names.get())
                .map(name -> "did you mean '" + name + "'?")
                .orElse("add it to the file of the option " + OPTION);
        return Optional.of("no service is called '" + service + "'; " + hint);
    }

    private static Optional<String> nearest(String service, Set<String> names) {
        String best = null;
        int least = FARTHEST_HINT;
        for (String name : names) {
            int distance = distance(service, name);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /// The number of letters to add, drop or change (Levenshtein).
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
