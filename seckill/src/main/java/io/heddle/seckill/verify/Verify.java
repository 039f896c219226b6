package io.heddle.seckill.verify;

import io.heddle.seckill.journal.Entry;
import io.heddle.seckill.journal.Journal;
import io.heddle.seckill.journal.JournalDamagedException;
import io.heddle.seckill.journal.JournalKind;
import io.heddle.seckill.journal.chain.Chain;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.Terms;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/// Verifies, salvages and rebuilds journals while no engine has them open.
public final class Verify {
    private static final int BATCH = 10_000;

    private Verify() {}

    /// Reads a journal and checks all of it: hashes, numbers, that no unit is sold twice and that nobody has two.
    /// It changes nothing.
    ///
    /// @throws io.heddle.seckill.journal.FolderInUseException when an engine has it open
    public static Report verify(Path folder) {
        Optional<JournalKind> kind = JournalKind.in(folder);
        if (kind.isEmpty()) {
            return new Report(List.of(), Optional.of("there is no journal in " + folder), List.of());
        }
        Reading reading = new Reading();
        try (Journal journal = Journal.inspect(kind.get(), folder)) {
            reading.read(journal, entry -> {});
            return reading.report(List.of());
        } catch (JournalDamagedException e) {
            return new Report(List.of(), Optional.ofNullable(e.getMessage()), List.of());
        }
    }

    /// Makes a journal of what can be read of a damaged one, each sale up to its first fault. It does so only
    /// when that is at least what the database has applied.
    ///
    /// @param from the damaged one, which stays as it is
    /// @param to a folder without a journal
    /// @param applied the number of the last event that the database has applied, of each sale that it knows of
    /// @return what was kept; its notes say what cannot be known
    /// @throws UnprovenException when the database knows of more; nothing is made then
    public static Report salvage(Path from, Path to, Map<Long, Long> applied) {
        JournalKind kind =
                JournalKind.in(from).orElseThrow(() -> new UnprovenException("there is no journal in " + from));
        requireEmpty(to);
        Reading reading = new Reading();
        List<Entry> kept = new ArrayList<>();
        try (Journal journal = Journal.salvage(kind, from)) {
            reading.read(journal, kept::add);
        }
        applied.forEach((activity, number) -> requireAtLeast(activity, reading.number(activity), number));
        write(kind, to, kept);
        List<String> notes = new ArrayList<>();
        reading.report(List.of()).trouble().ifPresent(what -> notes.add("left out from the first fault on: " + what));
        notes.add("Whoever was told of a win after the last event of a sale that is kept here was told in vain; the"
                + " database did not know of it either.");
        return new Report(verify(to).sales(), Optional.empty(), notes);
    }

    private static void requireAtLeast(long activity, long kept, long applied) {
        if (kept < applied) {
            throw new UnprovenException("of sale " + activity + " " + kept + " events can be read, but the database has"
                    + " applied " + applied + ": make a new journal from the orders with `heddle seckill rebuild`");
        }
    }

    /// Makes a journal from the orders of a database, for when the journal's disk is lost. The sales in it are
    /// closed.
    ///
    /// @param to a folder without a journal
    /// @param known what the databases know
    /// @return what was made; each sale has at least as many events as the database has applied, so that it goes on
    ///     from there. Its notes say what cannot be known
    /// @throws UnprovenException when the orders contradict the terms or each other; nothing is made then
    public static Report rebuild(JournalKind kind, Path to, Known known) {
        requireEmpty(to);
        Chain chain = new Chain();
        List<Entry> entries = new ArrayList<>();
        for (Terms terms : known.sales()) {
            long applied = known.applied().getOrDefault(terms.activity(), 0L);
            new Rebuild(terms, known.orders().apply(terms.activity()))
                    .events(applied)
                    .forEach(event -> entries.add(chain.seal(event)));
        }
        write(kind, to, entries);
        Report made = verify(to);
        return new Report(
                made.sales(),
                made.trouble(),
                List.of(
                        "Wins, payments and returns that were told of and had not reached the database are not in this"
                                + " journal, and nobody can say which those are: at most what was told within the lag"
                                + " of the database before the loss.",
                        "So all sales are closed. One that is opened again gives the next positions, which may have"
                                + " been told to others before."));
    }

    /// What the databases know of sales whose journal is lost.
    ///
    /// @param sales the terms of all sales
    /// @param applied the number of the last event that is applied to the orders, by sale
    /// @param orders all orders of a sale, held, paid and released
    public record Known(List<Terms> sales, Map<Long, Long> applied, LongFunction<List<Past>> orders) {}

    /// An order as the database has it.
    ///
    /// @param order what was won and what became of it
    /// @param settled when it was paid for or came back, where that is known
    public record Past(Order order, Optional<Instant> settled) {}

    private static void requireEmpty(Path to) {
        JournalKind.in(to).ifPresent(kind -> {
            throw new UnprovenException("there is a journal in " + to + " already");
        });
    }

    private static void write(JournalKind kind, Path to, List<Entry> entries) {
        try (Journal journal = Journal.open(kind, to)) {
            journal.replay(entry -> {});
            for (int at = 0; at < entries.size(); at += BATCH) {
                journal.append(entries.subList(at, Math.min(at + BATCH, entries.size())));
            }
        }
    }
}
