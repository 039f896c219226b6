package io.heddle.kit.server.envelope;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.reply.Page;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes envelopes. Safe for use by any thread.
public final class Envelope {
    /// The content type of envelopes.
    public static final String JSON = "application/json";

    /// The content type of RFC 9457.
    public static final String PROBLEM = "application/problem+json";

    private static final byte[] BEGIN = ascii("{\"code\":0,\"data\":");
    private static final byte[] END = ascii("}");
    private static final byte[] DONE = ascii("{\"code\":0,\"data\":null}");

    private final Json json;

    /// Envelopes whose values are written by this codec.
    public Envelope(Json json) {
        this.json = json;
    }

    /// `{"code":0,"data":X}`.
    public <T> Bytes value(JsonType<T> type, T value) {
        Growing bytes = new Growing();
        bytes.writeBytes(BEGIN);
        json.write(type, value, bytes);
        bytes.writeBytes(END);
        return bytes.bytes();
    }

    /// `{"code":0,"data":[..],"pagination":{..}}`.
    public <T> Bytes page(JsonType<List<T>> items, Page<T> page) {
        Growing bytes = new Growing();
        bytes.writeBytes(BEGIN);
        json.write(items, page.items(), bytes);
        bytes.writeBytes(ascii(",\"pagination\":{\"total\":" + page.total() + ",\"page\":" + page.page() + ",\"limit\":"
                + page.limit() + "}}"));
        return bytes.bytes();
    }

    /// `{"code":0,"data":null}`.
    public static Bytes done() {
        return Bytes.of(DONE);
    }

    /// The error as `{"code","message"[,"error"],"status_code"}`; a code of digits only is a number.
    public Bytes error(ServiceException error) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code(error.code()));
        body.put("message", error.sentence());
        if (!error.violations().isEmpty()) {
            body.put("error", error.violations());
        }
        body.put("status_code", error.status().code());
        return Bytes.of(json.write(body));
    }

    /// The error as RFC 9457 has it, with our code and violations as members of their own.
    public Bytes problem(ServiceException error) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", error.status().phrase());
        body.put("status", error.status().code());
        body.put("detail", error.sentence());
        body.put("code", code(error.code()));
        if (!error.violations().isEmpty()) {
            body.put("errors", error.violations());
        }
        return Bytes.of(json.write(body));
    }

    private static Object code(String code) {
        boolean number = !code.isEmpty() && code.length() < 19 && code.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? (Object) Long.valueOf(code) : code;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Gives its array away instead of a copy.
    private static final class Growing extends ByteArrayOutputStream {
        Growing() {
            super(512);
        }

        Bytes bytes() {
            return new Bytes(buf, count);
        }
    }
}
