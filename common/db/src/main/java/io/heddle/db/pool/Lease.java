package io.heddle.db.pool;

import java.sql.Connection;

/// A connection that is in use. Used by one thread; closing it gives it back, as clean as it was.
public interface Lease extends AutoCloseable {
    /// The connection.
    Connection connection();

    /// What kind of database it leads to, as {@link Address#type}.
    String type();

    /// Where it leads to, as {@link Address#peer}.
    String peer();

    /// Whether it leads to a replica.
    boolean replica();

    /// Says that it is not to be given to anyone else.
    void discard();

    /// Says that it broke: neither it nor any other that is idle now is given to anyone, since what broke it broke
    /// them too, and a replica counts as down until a probe succeeds.
    void broken();

    /// Gives it back. A second time does nothing.
    @Override
    void close();
}
