package io.heddle.seckill.journalled;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.seckill.journal.JournalKind;
import java.time.Duration;

/// What keeps the journal, and how much may wait for it.
///
/// @param kind what keeps it
/// @param waiters how many answers may wait for the disk at once; more are undecided at once
/// @param stall how long the disk may take; then all that wait, and all that ask, are undecided until it answers
public record JournalSettings(
        @Default("ROCKSDB") JournalKind kind,
        @Default("8192") @Bounds(min = 1, max = 1_000_000) int waiters,
        @Default("2s") Duration stall) {
    /// What holds when nothing is set.
    public static JournalSettings standard() {
        return of(JournalKind.ROCKSDB);
    }

    /// What holds when nothing but the kind is set.
    public static JournalSettings of(JournalKind kind) {
        return new JournalSettings(kind, 8192, Duration.ofSeconds(2));
    }
}
