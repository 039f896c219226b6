package io.heddle.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Measures what it is asked for, by name.
public final class Bench {
    private Bench() {}

    /// Measures.
    ///
    /// @param args the top folder of the sources, and the names; without a name it lists them
    public static void main(String[] args) {
        Home home = new Home(Path.of(args[0]).toAbsolutePath().normalize());
        List<String> wanted = Arrays.asList(args).subList(1, args.length);
        if (wanted.isEmpty()) {
            list();
            return;
        }
        List<String> names = wanted.equals(List.of("all"))
                ? Arrays.stream(Measure.values()).map(Measure::word).toList()
                : wanted;
        for (String name : names) {
            Measure.named(name).run(home);
        }
    }

    private static void list() {
        System.out.println("./heddle bench NAME..., or all; results go to bench/results/NAME.md");
        for (Measure measure : Measure.values()) {
            System.out.printf("  %-10s %s%n", measure.word(), measure.what());
        }
    }
}
