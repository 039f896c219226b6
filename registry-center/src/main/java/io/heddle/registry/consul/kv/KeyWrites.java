package io.heddle.registry.consul.kv;

import java.time.Duration;
import java.util.Optional;

/// Where changes of keys are decided and kept. What is expected is the index that a key must have, 0 for one that must
/// not be there; false comes back when it has another.
sealed interface KeyWrites extends AutoCloseable permits OwnKeys, SharedKeys {
    void open();

    boolean put(String key, byte[] value, long flags, Optional<Long> expected);

    boolean delete(String key, Optional<Long> expected);

    void deleteUnder(String prefix);

    /// Waits, for a bounded time, until what happened up to an index is seen here.
    void reach(long index, Duration limit);

    @Override
    void close();

    static boolean fits(long index, Optional<Long> expected) {
        return expected.filter(asked -> asked != index).isEmpty();
    }
}
