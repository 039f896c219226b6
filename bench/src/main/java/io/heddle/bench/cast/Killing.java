package io.heddle.bench.cast;

import java.util.List;

/// Somebody who kills, until closed.
public sealed interface Killing extends AutoCloseable permits Killer {
    /// What was killed so far.
    List<Kill> kills();

    /// Ends it; everyone is alive again after that.
    ///
    /// @throws IllegalStateException when a process did not come back
    @Override
    void close();
}
