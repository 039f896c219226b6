package io.heddle.registry.consul.kv;

import io.heddle.store.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where things are in the store: a key of any characters is in the place of its hash.
///
/// @param root where all of it begins
record KeyPlaces(String root) {
    /// What is added to the version of a change for its index. It is above all indexes of a store that has lost all.
    String base() {
        return root + "base";
    }

    /// Written with each deletion, for its version.
    Change head() {
        return Change.put(root + "head", "");
    }

    boolean head(String place) {
        return place.equals(root + "head");
    }

    String keys() {
        return root + "keys/";
    }

    String of(String key) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return keys() + HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
