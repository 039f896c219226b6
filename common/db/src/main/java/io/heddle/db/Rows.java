package io.heddle.db;

import java.util.Iterator;

/// Rows that are read one after the other, for results of any length. They can be gone through once, by the thread
/// of the session, and are closed with it at the latest.
///
/// @param <R> the type of a row
public interface Rows<R> extends Iterable<R>, AutoCloseable {
    /// Goes through the rows.
    ///
    /// @throws IllegalStateException when that was done before, or they are closed
    @Override
    Iterator<R> iterator();

    /// Lets go of the rest. A second time does nothing.
    @Override
    void close();
}
