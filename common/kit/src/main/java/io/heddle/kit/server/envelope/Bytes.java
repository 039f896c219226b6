package io.heddle.kit.server.envelope;

/// Bytes at the beginning of an array that may be longer.
///
/// @param array holds them; not to be changed
/// @param length how many they are
public record Bytes(byte[] array, int length) {
    /// No bytes.
    public static final Bytes NONE = new Bytes(new byte[0], 0);

    /// All bytes of an array.
    public static Bytes of(byte[] array) {
        return new Bytes(array, array.length);
    }
}
