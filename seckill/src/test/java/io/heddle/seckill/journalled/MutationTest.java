package io.heddle.seckill.journalled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The simulation is worth what it finds: an engine that is broken on purpose must not pass it. Where the fold of
/// the engine itself would refuse the broken step, that guard is taken out too.
class MutationTest {
    private static final long SCHEDULES = 20_000;

    private static final String UNIQUE = "require(available() > 0 && winners.find(user) == 0, event);";
    private static final String WINDOW = "require(terms != null && terms.open() && at >= start && at < end, event);";
    private static final String OWN = "if (position != 0) {";
    private static final String HELD =
            "require(winners.standing(position) == Standing.HELD && event.standing() != Standing.HELD, event);";
    private static final String WAITS = "if (batch == null || batch.isDurable()) {";
    private static final String APPENDS = "journal.append(batch.seal(chain));";
    private static final String DUE =
            "require(event.standing() != Standing.EXPIRED || event.at().toEpochMilli() >= payBy(position), event);";

    @TempDir
    Path folder;

    static Stream<Named<Mutant>> whatAWaitForTheDiskIsFor() {
        return Stream.of(
                        Mutant.of("tells everything before it is on disk", "Arbiter", WAITS, "if (true) {"),
                        Mutant.of(
                                "tells sold out before the last win is on disk",
                                "Arbiter",
                                WAITS,
                                "if (batch == null || batch.isDurable() || value.toString().contains(\"SoldOut\")) {"),
                        Mutant.of(
                                "tells an earlier win before it is on disk",
                                "Arbiter",
                                WAITS,
                                "if (batch == null || batch.isDurable() || value.toString().contains(\"Already\")) {"),
                        Mutant.of(
                                "tells a win though its write failed",
                                "Pending",
                                "if (!batch.isDurable()) {",
                                "if (false) {"),
                        Mutant.of(
                                "waits for an earlier event than the last",
                                "Arbiter",
                                "sale.batch(open);",
                                "if (sale.batch() == null || sale.batch().isDurable()) { sale.batch(open); }"),
                        Mutant.of(
                                "writes again after a failure",
                                "Arbiter",
                                APPENDS,
                                "var all = batch.seal(chain); try { journal.append(all); }"
                                        + " catch (RuntimeException again) { journal.append(all); }"),
                        Mutant.of(
                                "goes on after a failure",
                                "Arbiter",
                                "fail(e);\n            return;",
                                "ground.halt().accept(e);"),
                        Mutant.of("forgets to write", "Arbiter", APPENDS, "batch.seal(chain);"),
                        Mutant.of(
                                "adds to what is being written",
                                "Arbiter",
                                "getAsLong();\n            open = new Batch();",
                                "getAsLong();"))
                .map(mutant -> Named.of(mutant.name(), mutant));
    }

    static Stream<Named<Mutant>> whatASaleMustNotDo() {
        return Stream.of(
                        Mutant.of("forgets who has won", "Sale", OWN, "if (false) {", "Sale", UNIQUE, ""),
                        Mutant.of("tells a winner that it is over", "Sale", OWN, "if (position != 0 && now < end) {"),
                        Mutant.of("tells a winner sold out", "Sale", OWN, "if (position != 0 && available() > 0) {"),
                        Mutant.of(
                                "lets a user win again after a return",
                                "Sale",
                                OWN,
                                "if (position != 0 && winners.standing(position).live()) {",
                                "Sale",
                                UNIQUE,
                                ""),
                        Mutant.of(
                                "sells one more than there is",
                                "Sale",
                                "return available() > 0 ? null",
                                "return available() >= 0 ? null",
                                "Sale",
                                UNIQUE,
                                ""),
                        Mutant.of("sells too early", "Sale", "if (now < start) {", "if (false) {", "Sale", WINDOW, ""),
                        Mutant.of(
                                "sells at the very end",
                                "Sale",
                                "if (now >= end || !terms.open()) {",
                                "if (now > end || !terms.open()) {",
                                "Sale",
                                WINDOW,
                                ""),
                        Mutant.of(
                                "sells though it is closed",
                                "Sale",
                                "if (now >= end || !terms.open()) {",
                                "if (now >= end) {",
                                "Sale",
                                WINDOW,
                                ""),
                        Mutant.of(
                                "says for good too soon",
                                "Sale",
                                "new Claim.SoldOut(held == 0, number)",
                                "new Claim.SoldOut(true, number)"))
                .map(mutant -> Named.of(mutant.name(), mutant));
    }

    static Stream<Named<Mutant>> whatAReturnMustNotDo() {
        return Stream.of(
                        Mutant.of(
                                "returns a unit twice",
                                "Ledger",
                                "if (sale.isHeld(position) && (due",
                                "if ((due",
                                "Sale",
                                HELD,
                                ""),
                        Mutant.of(
                                "returns nothing",
                                "Sale",
                                "held--;",
                                "held -= event.standing() == Standing.PAID ? 1 : 0;"),
                        Mutant.of(
                                "lets a paid unit expire",
                                "Sale",
                                "while (due <= winners.count() && !isHeld(due)) {",
                                "while (due <= winners.count() && !winners.standing(due).live()) {",
                                "Sale",
                                HELD,
                                ""),
                        Mutant.of(
                                "lets a unit expire too early",
                                "Sale",
                                "return now >= payBy(position);",
                                "return now >= payBy(position) - 1;",
                                "Sale",
                                DUE,
                                ""),
                        Mutant.of(
                                "never lets a unit expire", "Sale", "return now >= payBy(position);", "return false;"),
                        Mutant.of(
                                "goes back with the clock",
                                "Sale",
                                "clock = Math.max(clock, now);",
                                "clock = now;",
                                "Sale",
                                "require(!removed && event.at().toEpochMilli() >= clock, event);",
                                ""))
                .map(mutant -> Named.of(mutant.name(), mutant));
    }

    @ParameterizedTest
    @MethodSource({"whatAWaitForTheDiskIsFor", "whatASaleMustNotDo", "whatAReturnMustNotDo"})
    void isCaughtWhen(Mutant mutant) throws ReflectiveOperationException, IOException {
        assertThat(caught(mutant)).isPositive();
    }

    @Test
    void anEngineWithNothingBrokenIsNotCaught() throws ReflectiveOperationException, IOException {
        assertThat(caught(Mutant.of("nothing", "Batch", "waiters++;", "waiters += 1;")))
                .isZero();
    }

    /// How many schedules were played until the mutant was caught, 0 when it never was.
    private long caught(Mutant mutant) throws ReflectiveOperationException, IOException {
        var simulation = mutant.simulation(folder);
        return LongStream.range(0, SCHEDULES)
                .filter(seed -> simulation.apply(seed) != null)
                .map(seed -> seed + 1)
                .findFirst()
                .orElse(0);
    }
}
