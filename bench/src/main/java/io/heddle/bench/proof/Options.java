package io.heddle.bench.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Reads the command line of the proof.
final class Options {
    private static final Set<String> WITH_VALUE =
            Set.of("--runs", "--stock", "--kills", "--engine", "--seed", "--report", "--minutes");
    private static final String MYSQL = "--mysql";

    private Options() {}

    /// @throws IllegalArgumentException naming what is wrong
    static Plan read(List<String> args) {
        Map<String, String> given = new HashMap<>();
        Iterator<String> rest = args.subList(1, args.size()).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (option.equals(MYSQL)) {
                given.put(MYSQL, "");
            } else if (WITH_VALUE.contains(option) && rest.hasNext()) {
                given.put(option, rest.next());
            } else {
                throw new IllegalArgumentException("unknown option or no value: " + option);
            }
        }
        return new Plan(
                Path.of(args.getFirst()),
                given.getOrDefault("--engine", "journal"),
                (int) number(given, "--runs", 3),
                (int) number(given, "--stock", 100),
                (int) number(given, "--kills", 20),
                given.containsKey(MYSQL),
                number(given, "--seed", ThreadLocalRandom.current().nextLong(1_000_000)),
                Optional.of(Path.of(given.getOrDefault("--report", "heddle-proof.html"))),
                Duration.ofMinutes(number(given, "--minutes", 60)));
    }

    private static long number(Map<String, String> given, String option, long usual) {
        String text = given.get(option);
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(option + " must be a whole number of at most 9 digits");
        }
        return Long.parseLong(text);
    }
}
