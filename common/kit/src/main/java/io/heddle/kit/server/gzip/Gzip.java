package io.heddle.kit.server.gzip;

import io.heddle.kit.server.envelope.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Compresses whole answers, quickly rather than tightly.
public final class Gzip {
    private static final List<String> TEXTS =
            List.of("text/", "application/json", "application/javascript", "image/svg");

    private Gzip() {}

    /// Whether a peer that sends this `Accept-Encoding` takes gzip (RFC 9110, 12.5.3).
    public static boolean accepted(String acceptEncoding) {
        for (String part : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            String[] coding = part.split(";", 2);
            if (coding[0].strip().equals("gzip")) {
                return coding.length == 1 || !refused(coding[1]);
            }
        }
        return false;
    }

    /// Whether a content type is one that compresses well.
    public static boolean text(String contentType) {
        return TEXTS.stream().anyMatch(contentType::startsWith) && !contentType.startsWith("text/event-stream");
    }

    /// The bytes compressed.
    public static Bytes shrink(Bytes bytes) {
        ByteArrayOutputStream small = new ByteArrayOutputStream(Math.max(512, bytes.length() / 4));
        try (Fast gzip = new Fast(small)) {
            gzip.write(bytes.array(), 0, bytes.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.of(small.toByteArray());
    }

    private static boolean refused(String parameter) {
        String weight = parameter.replace(" ", "");
        return weight.matches("q=0(\\.0{0,3})?");
    }

    /// Gzip at the level that costs least.
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 4096);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
