package io.heddle.registry.consul.kv;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// How much may be kept.
///
/// @param keys the most keys
/// @param keyLength the longest key, in characters
/// @param valueBytes the largest value
/// @param totalBytes the most of all values together
public record KeyLimits(int keys, int keyLength, int valueBytes, long totalBytes) {
    /// Looks whether a key may have that value.
    ///
    /// @throws ServiceException 413 or 429 when it is too large or there is no room
    void require(KeyTable table, String key, byte[] value) {
        require(key.length() <= keyLength, Status.CONTENT_TOO_LARGE, "key", keyLength + " characters");
        require(value.length <= valueBytes, Status.CONTENT_TOO_LARGE, "value", valueBytes + " bytes");
        long before = table.get(key).map(known -> known.value().length).orElse(0);
        boolean room = table.get(key).isPresent() || table.size() < keys;
        require(room, Status.TOO_MANY_REQUESTS, "keys", Integer.toString(keys));
        boolean fits = table.bytes() + value.length - before <= totalBytes;
        require(fits, Status.TOO_MANY_REQUESTS, "values", "they are");
    }

    private static void require(boolean holds, Status status, String field, String most) {
        if (!holds) {
            throw ServiceException.of(status, field + " must be at most " + most);
        }
    }
}
