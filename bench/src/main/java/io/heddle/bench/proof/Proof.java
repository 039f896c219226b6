package io.heddle.bench.proof;

import io.heddle.bench.cast.Cast;
import io.heddle.bench.cast.Play;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Proves a plan: sale after sale on real processes that are killed, until there were enough of both.
public final class Proof {
    private final Plan plan;
    private final Consumer<String> out;

    private Proof(Plan plan, Consumer<String> out) {
        this.plan = plan;
        this.out = out;
    }

    /// Proves what the command line asks for; the exit status is 0 when nothing was violated.
    ///
    /// @param args the jar of the flash sale, then the options
    public static void main(String[] args) {
        Plan plan;
        try {
            plan = Options.read(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println("heddle prove seckill: " + e.getMessage());
            System.exit(2);
            return;
        }
        boolean right = new Proof(plan, System.out::println).run();
        System.exit(right ? 0 : 1);
    }

    /// Proves a plan.
    ///
    /// @param out takes what there is to say, line by line
    /// @return whether nothing was violated
    /// @throws IllegalStateException when it could not be brought to its end
    public static boolean of(Plan plan, Consumer<String> out) {
        return new Proof(plan, out).run();
    }

    private boolean run() {
        Path folder = temporary();
        out.accept("seed %d; %d users and %d requests a sale at least; files in %s"
                .formatted(plan.seed(), plan.users(), 2 * plan.users(), folder));
        List<Outcome> outcomes = new ArrayList<>();
        try (Asker asker = new Asker();
                Cast cast = Cast.open(new Play(plan.jar(), plan.engine(), plan.mariaDb(), folder))) {
            long end = System.nanoTime() + plan.limit().toNanos();
            SplittableRandom seeds = new SplittableRandom(plan.seed());
            while (more(outcomes) && System.nanoTime() - end < 0) {
                Outcome outcome = new Sale(plan, cast, asker, outcomes.size() + 1, seeds.nextLong()).run(end);
                outcomes.add(outcome);
                out.accept(outcome.toString());
                outcome.violations().forEach(violation -> out.accept("  " + violation));
            }
        }
        boolean right =
                outcomes.stream().allMatch(outcome -> outcome.violations().isEmpty());
        Summary.of(plan, outcomes).lines().forEach(out);
        plan.report().ifPresent(file -> ProofPage.write(file, plan, outcomes));
        plan.report().ifPresent(file -> out.accept("report: " + file));
        if (right) {
            delete(folder);
        }
        return right && !more(outcomes);
    }

    private boolean more(List<Outcome> outcomes) {
        return outcomes.size() < plan.runs() || left(outcomes) > 0;
    }

    private int left(List<Outcome> outcomes) {
        return plan.kills()
                - outcomes.stream().mapToInt(outcome -> outcome.kills().size()).sum();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("heddle-proof");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
