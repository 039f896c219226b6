package io.heddle.configcenter.store.shared;

import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A key with its value.
final class Row {
    private static final Json JSON = Json.tolerant();

    private final String key;
    private final long version;
    private final byte[] json;
    private final long digest;
    private volatile @Nullable Object known;

    /// With the key below the root, and the version that the store gave it.
    Row(String key, long version, byte[] json) {
        this.key = key;
        this.version = version;
        this.json = json;
        this.digest = digest(key, json);
    }

    private static long digest(String key, byte[] json) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(key.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return ByteBuffer.wrap(sha.digest(json)).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    static <T> byte[] json(JsonType<T> type, T value) {
        return JSON.write(type, value);
    }

    String key() {
        return key;
    }

    long version() {
        return version;
    }

    int size() {
        return json.length;
    }

    /// Of the key and the value, whatever the version.
    long digest() {
        return digest;
    }

    boolean holds(byte[] value) {
        return Arrays.equals(json, value);
    }

    /// The value; for what may be large.
    <T> T read(JsonType<T> type) {
        return JSON.read(type, json);
    }

    /// The value, which is remembered; a row is only ever asked for one type.
    @SuppressWarnings("unchecked")
    <T> T value(JsonType<T> type) {
        Object value = known;
        if (value == null) {
            value = read(type);
            known = value;
        }
        return (T) value;
    }
}
