package io.heddle.seckill.verify;

import io.heddle.seckill.journal.Entry;
import io.heddle.seckill.journal.Journal;
import io.heddle.seckill.journal.JournalDamagedException;
import io.heddle.seckill.journal.JournalException;
import io.heddle.seckill.journal.chain.Chain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a journal, each sale up to its first fault.
final class Reading {
    private final Chain chain = new Chain();
    private final Map<Long, Audit> audits = new TreeMap<>();
    private final Map<Long, String> faults = new TreeMap<>();
    private @Nullable String fault;

    /// @param sound is told each entry without a fault before it in its sale
    void read(Journal journal, Consumer<Entry> sound) {
        try {
            journal.replay(entry -> take(entry, sound));
        } catch (JournalDamagedException | JournalException e) {
            fault = e.getMessage();
        }
    }

    private void take(Entry entry, Consumer<Entry> sound) {
        long activity = entry.activity();
        if (faults.containsKey(activity)) {
            return;
        }
        Audit audit = audits.computeIfAbsent(activity, Audit::new);
        try {
            audit.take(chain.open(entry))
                    .ifPresentOrElse(what -> faults.put(activity, what), () -> sound.accept(entry));
        } catch (JournalDamagedException e) {
            faults.put(activity, e.getMessage());
        }
    }

    /// The number of the last event of a sale before its first fault.
    long number(long activity) {
        Audit audit = audits.get(activity);
        return audit == null ? 0 : audit.number();
    }

    Report report(List<String> notes) {
        List<Account> accounts = new ArrayList<>();
        audits.forEach((activity, audit) -> accounts.add(audit.account(chain.head(activity))));
        Optional<String> first =
                Optional.ofNullable(fault).or(() -> faults.values().stream().findFirst());
        return new Report(accounts, first, notes);
    }
}
