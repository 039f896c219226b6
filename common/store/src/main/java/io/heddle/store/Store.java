package io.heddle.store;

import java.util.List;
import java.util.OptionalLong;

/// A small, consistent store that several nodes share. Any thread may call; every call blocks, for a bounded time.
public interface Store extends AutoCloseable {
    /// All keys that begin so, as they are now: what was committed before is seen.
    ///
    /// @throws StoreAwayException when nobody can say
    Listing range(String prefix);

    /// Makes all changes at once if all conditions hold, else none.
    ///
    /// @param conditions at most {@link #MOST_CHANGES}
    /// @param changes at most {@link #MOST_CHANGES}
    /// @return the version that the keys put have now; empty when a condition did not hold
    /// @throws StoreAwayException when it is unknown whether it was done
    OptionalLong commit(List<Condition> conditions, List<Change> changes);

    /// Tells the listener what becomes of the keys that begin so until the watch is closed: first all of them, then
    /// each change, whatever outages come between.
    Handle watch(String prefix, StoreListener listener);

    /// Keeps a key there for as long as this process lives and reaches the store; it goes by itself about one
    /// presence time after that. It is made anew after an outage.
    Handle present(String key, byte[] value);

    /// The most conditions, and the most changes, of one commit.
    int MOST_CHANGES = 100;

    /// Ends the watches and presences.
    @Override
    void close();

    /// Something that goes on until it is closed.
    interface Handle extends AutoCloseable {
        @Override
        void close();
    }
}
