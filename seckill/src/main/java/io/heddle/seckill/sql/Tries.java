package io.heddle.seckill.sql;

import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.DuplicateKeyException;
import io.heddle.db.error.Reason;
import io.heddle.seckill.sale.UndecidedException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Runs transactions again that others stood in the way of, a bounded number of times.
final class Tries {
    /// How often one is run at most.
    static final int MOST = 20;

    private static final Set<Reason> AGAIN = EnumSet.of(Reason.DEADLOCK, Reason.LOCK_TIMEOUT, Reason.DUPLICATE_KEY);
    private static final Set<Reason> OURS = EnumSet.of(Reason.CONSTRAINT, Reason.READ_ONLY, Reason.STATEMENT);

    private Tries() {}

    static <T> T run(Supplier<T> transaction) {
        return until(() -> Optional.of(transaction.get()));
    }

    /// Runs it until it has a result.
    ///
    /// @throws UndecidedException when the database is away, or others stood in the way each time
    static <T> T until(Supplier<Optional<T>> transaction) {
        Optional<T> result = Optional.empty();
        for (int i = 0; i < MOST && result.isEmpty(); i++) {
            result = once(transaction);
        }
        return result.orElseThrow(() -> new UndecidedException("others were changing the sale; try again"));
    }

    /// What a transaction comes to, none when the key that it wants is taken.
    static <T> Optional<T> unlessTaken(Supplier<Optional<T>> transaction) {
        try {
            return transaction.get();
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> once(Supplier<Optional<T>> transaction) {
        try {
            return transaction.get();
        } catch (DatabaseException e) {
            if (AGAIN.contains(e.reason())) {
                return Optional.empty();
            } else if (OURS.contains(e.reason())) {
                throw e;
            }
            UndecidedException undecided = new UndecidedException("the database of the sale does not answer");
            undecided.initCause(e);
            throw undecided;
        }
    }
}
