package io.heddle.kit.server.text;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads percent-encoded text (RFC 3986, 2.1) and says no to what is not: a broken escape, bytes that are not
/// UTF-8, and zero bytes.
public final class RawText {
    /// The most pairs that are read from one query string, form or cookie header.
    public static final int MAX_PAIRS = 1000;

    private RawText() {}

    /// Decodes a part of a path.
    ///
    /// @throws ServiceException 400 saying what is wrong
    public static String decode(String raw) {
        return decode(raw, "the path", false);
    }

    /// The pairs of a query string or a form in order; `+` is a space, a name without `=` has the empty value.
    ///
    /// @param raw without the question mark
    /// @param where what is read, for the error: `the query string`
    /// @throws ServiceException 400 saying what is wrong
    public static List<Map.Entry<String, String>> pairs(String raw, String where) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (int from = 0; from <= raw.length(); ) {
            int to = raw.indexOf('&', from);
            to = to < 0 ? raw.length() : to;
            if (to > from) {
                pairs.add(pair(raw.substring(from, to), where));
                limit(pairs, where);
            }
            from = to + 1;
        }
        return pairs;
    }

    /// The cookies of a `Cookie` header (RFC 6265, 4.2), not decoded; a value in double quotes loses them.
    ///
    /// @throws ServiceException 400 for too many
    public static List<Map.Entry<String, String>> cookies(String header) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String part : header.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String text = part.substring(equals + 1).strip();
                boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
                String plain = quoted ? text.substring(1, text.length() - 1) : text;
                pairs.add(Map.entry(part.substring(0, equals).strip(), plain));
                limit(pairs, "the cookie header");
            }
        }
        return pairs;
    }

    private static Map.Entry<String, String> pair(String raw, String where) {
        int equals = raw.indexOf('=');
        String name = equals < 0 ? raw : raw.substring(0, equals);
        String text = equals < 0 ? "" : raw.substring(equals + 1);
        return Map.entry(decode(name, where, true), decode(text, where, true));
    }

    private static String decode(String raw, String where, boolean plusIsSpace) {
        boolean plain = true;
        for (int i = 0; i < raw.length() && plain; i++) {
            char c = raw.charAt(i);
            plain = c >= 0x20 && c < 0x7f && c != '%' && (c != '+' || !plusIsSpace);
        }
        return plain ? raw : decodeBytes(raw, where, plusIsSpace);
    }

    private static String decodeBytes(String raw, String where, boolean plusIsSpace) {
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes[length++] = escape(raw, i, where);
                i += 2;
            } else if (c >= 0x7f) {
                throw wrong(where, "holds a character that must be percent-encoded");
            } else {
                bytes[length++] = (byte) (c == '+' && plusIsSpace ? ' ' : c);
            }
        }
        return utf8(bytes, length, where);
    }

    private static byte escape(String raw, int at, String where) {
        int high = at + 2 < raw.length() ? hex(raw.charAt(at + 1)) : -1;
        int low = at + 2 < raw.length() ? hex(raw.charAt(at + 2)) : -1;
        if (high < 0 || low < 0) {
            throw wrong(where, "holds a broken percent-escape");
        }
        return (byte) (high << 4 | low);
    }

    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static String utf8(byte[] bytes, int length, String where) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                throw wrong(where, "holds a zero byte");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ServiceException.of(Status.BAD_REQUEST, where + " is not UTF-8", e);
        }
    }

    private static void limit(List<?> pairs, String where) {
        if (pairs.size() > MAX_PAIRS) {
            throw wrong(where, "holds more than " + MAX_PAIRS + " values");
        }
    }

    private static ServiceException wrong(String where, String what) {
        return ServiceException.of(Status.BAD_REQUEST, where + " " + what);
    }
}
