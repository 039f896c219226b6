package io.heddle.db;

import java.time.Duration;
import java.util.Optional;

/// How a transaction runs.
///
/// @param isolation what it sees of others; what the database is set to when absent
/// @param readOnly whether changes are refused
/// @param timeout how long it may take from its first statement to its commit; as long as the caller's deadline
///     when absent
public record TransactionOptions(Optional<Isolation> isolation, boolean readOnly, Optional<Duration> timeout) {
    /// Reads and writes as the database is set to.
    public static final TransactionOptions STANDARD = new TransactionOptions(Optional.empty(), false, Optional.empty());

    /// The same with an isolation.
    public TransactionOptions isolation(Isolation level) {
        return new TransactionOptions(Optional.of(level), readOnly, timeout);
    }

    /// The same for reading only.
    public TransactionOptions reading() {
        return new TransactionOptions(isolation, true, timeout);
    }

    /// The same with a time limit.
    public TransactionOptions within(Duration limit) {
        return new TransactionOptions(isolation, readOnly, Optional.of(limit));
    }
}
