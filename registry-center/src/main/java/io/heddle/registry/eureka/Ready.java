package io.heddle.registry.eureka;

import io.heddle.contract.text.Scalar;
import io.heddle.kit.server.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// An answer in every form that may be asked for; what is compressed is made when it first is.
///
/// @param json as JSON
/// @param xml as XML
/// @param small the compressed ones
/// @param hash of all statuses, empty when it has none
record Ready(byte[] json, byte[] xml, ConcurrentHashMap<String, byte[]> small, String hash) {
    private static final String JSON = "application/json";
    private static final String XML = "application/xml";
    private static final int WORTH_COMPRESSING = 1024;

    static Ready of(String json, String xml, String hash) {
        return new Ready(
                json.getBytes(StandardCharsets.UTF_8),
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8),
                new ConcurrentHashMap<>(),
                hash);
    }

    /// Who does not ask for JSON gets XML.
    void answer(Exchange exchange) {
        String type = header(exchange, "Accept").contains("json") ? JSON : XML;
        byte[] whole = type.equals(JSON) ? json : xml;
        exchange.header("Content-Type", type);
        exchange.header("Vary", "Accept, Accept-Encoding");
        if (whole.length < WORTH_COMPRESSING || !gzip(header(exchange, "Accept-Encoding"))) {
            exchange.raw(200, whole, whole.length);
            return;
        }
        byte[] compressed = small.computeIfAbsent(type, _ -> shrink(whole));
        exchange.header("Content-Encoding", "gzip");
        exchange.raw(200, compressed, compressed.length);
    }

    private static String header(Exchange exchange, String name) {
        return String.join(",", exchange.headers().list(name, Scalar.STRING)).toLowerCase(Locale.ROOT);
    }

    private static boolean gzip(String accepted) {
        return accepted.replace(" ", "").matches("(.*,)?gzip(;q=(1|0\\.0{0,2}[1-9]).*)?(,.*)?");
    }

    private static byte[] shrink(byte[] whole) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(whole.length / 8);
        try (OutputStream gzip = new Fast(out)) {
            gzip.write(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
