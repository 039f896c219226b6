package io.heddle.store;

import java.nio.charset.StandardCharsets;

/// What a commit does to a key. A commit names each key in one change at most.
public sealed interface Change {
    /// Which.
    String key();

    /// Gives it a value.
    record Put(String key, byte[] value) implements Change {}

    /// Takes it out; nothing happens when it is not there.
    record Delete(String key) implements Change {}

    /// Gives a key a text.
    static Put put(String key, String text) {
        return new Put(key, text.getBytes(StandardCharsets.UTF_8));
    }
}
