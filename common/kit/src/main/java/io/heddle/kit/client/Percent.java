package io.heddle.kit.client;

import io.heddle.contract.error.ServiceException;
import java.nio.charset.StandardCharsets;

/// Percent-encoding of path segments, query and form parts (RFC 3986, 2.3): all but unreserved characters, as UTF-8.
final class Percent {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Percent() {}

    /// One path segment; a slash in it is refused unless it may be sent as `%2F`.
    static void segment(StringBuilder out, String name, String text, boolean slashes) {
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw ServiceException.invalid(name, "must not be empty, . or .. in a path");
        }
        if (!slashes && text.indexOf('/') >= 0) {
            throw ServiceException.invalid(name, "contains '/', which this path does not allow");
        }
        encode(out, text);
    }

    /// Several segments with slashes between them.
    static void rest(StringBuilder out, String name, String text) {
        String separator = "";
        for (String part : text.split("/", -1)) {
            out.append(separator);
            segment(out, name, part, false);
            separator = "/";
        }
    }

    static void encode(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!unreserved(c)) {
                encodeAll(out, text);
                return;
            }
        }
        out.append(text);
    }

    private static void encodeAll(StringBuilder out, String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && unreserved((char) b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
            }
        }
    }

    private static boolean unreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
