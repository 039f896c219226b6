package io.heddle.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A key with its value.
///
/// @param key printable, with slashes between its parts
/// @param value a copy of nobody's: it is not to be changed
/// @param version of its last change, above that of every earlier change of the key, also after it was deleted
public record Item(String key, byte[] value, long version) {
    /// The value as text.
    public String text() {
        return new String(value, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Item(String otherKey, byte[] otherValue, long otherVersion)
                && key.equals(otherKey)
                && version == otherVersion
                && Arrays.equals(value, otherValue);
    }

    @Override
    public int hashCode() {
        return key.hashCode() * 31 + Long.hashCode(version);
    }

    @Override
    public String toString() {
        return key + '@' + version;
    }
}
