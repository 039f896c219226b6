package io.heddle.registry.catalog;

import io.heddle.contract.reply.Prepared.Ready;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Puts ready JSON into the success envelope.
final class Envelope {
    private static final byte[] HEAD = "{\"code\":0,\"data\":".getBytes(StandardCharsets.US_ASCII);
    private static final int WORTH_COMPRESSING = 1024;

    private Envelope() {}

    static <T> Ready<T> of(byte[] data, long revision) {
        byte[] json = new byte[HEAD.length + data.length + 1];
        System.arraycopy(HEAD, 0, json, 0, HEAD.length);
        System.arraycopy(data, 0, json, HEAD.length, data.length);
        json[json.length - 1] = '}';
        return new Ready<>(json, gzip(json), Long.toString(revision, 36), Map.of());
    }

    /// A JSON object of arrays by names that need no escape.
    static byte[] object(SequencedMap<String, byte[]> arrays) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(
                arrays.values().stream().mapToInt(array -> array.length + 80).sum() + 2);
        char separator = '{';
        for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
            out.writeBytes((separator + "\"" + array.getKey() + "\":").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(array.getValue());
            separator = ',';
        }
        if (separator == '{') {
            out.write('{');
        }
        out.write('}');
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] json) {
        if (json.length < WORTH_COMPRESSING) {
            return new byte[0];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length / 8);
        try (OutputStream gzip = new FastGzip(out)) {
            gzip.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size() < json.length ? out.toByteArray() : new byte[0];
    }

    /// Compresses at the speed of a list that changes often.
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
