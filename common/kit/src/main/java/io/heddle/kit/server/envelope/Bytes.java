package io.heddle.kit.server.envelope;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

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

    /// Writes them in pieces, each an array of its own: what is written to may not care for offsets (Helidon 4.1.7,
    /// `FixedBufferData.writeTo`).
    ///
    /// @param piece the most that are written at once
    public void copyTo(OutputStream out, int piece) throws IOException {
        for (int from = 0; from < length; from += piece) {
            out.write(Arrays.copyOfRange(array, from, Math.min(length, from + piece)));
        }
    }
}
