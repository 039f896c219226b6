package io.heddle.kit.http1;

import io.heddle.kit.http1.TransportException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Parses a response head in the buffer that it was read into, and keeps only offsets. One object serves all exchanges
/// of a connection. The rules are those of RFC 9112, without its leniency: CRLF ends a line, no folding, no white space
/// before the colon, one framing only.
final class Head implements ResponseHead {
    static final int MAX_HEADERS = 200;
    private static final byte[] VERSION = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);
    private static final int PREFIX = "HTTP/1.1 200".length();

    private byte[] bytes = new byte[0];
    private int[] marks = new int[4 * 32];
    private int size;
    private int status;
    private long contentLength;
    private boolean chunked;
    private boolean keepAlive;
    private boolean hasBody;

    /// Parses the head that ends, with its empty line, before `end`.
    void parse(byte[] buffer, int end, boolean bodiless) {
        bytes = buffer;
        size = 0;
        int line = parseStatusLine(end);
        while (bytes[line] != '\r') {
            line = parseHeader(line, end);
        }
        settleFraming(bodiless);
    }

    private int parseStatusLine(int end) {
        boolean known = end >= PREFIX + 2 && Arrays.equals(bytes, 0, 7, VERSION, 0, 7) && bytes[8] == ' ';
        if (!known || (bytes[7] != '0' && bytes[7] != '1')) {
            throw malformed("no HTTP/1.1 status line");
        }
        status = digit(9) * 100 + digit(10) * 10 + digit(11);
        if (status < 100 || status > 599 || (bytes[PREFIX] != ' ' && bytes[PREFIX] != '\r')) {
            throw malformed("no status of three digits");
        }
        keepAlive = bytes[7] == '1';
        return lineEnd(PREFIX, end) + 2;
    }

    private int parseHeader(int line, int end) {
        int colon = line;
        while (isToken(bytes[colon])) {
            colon++;
        }
        if (colon == line || bytes[colon] != ':') {
            throw malformed("a header without a name");
        }
        int cr = lineEnd(colon, end);
        if (size == MAX_HEADERS) {
            throw malformed("more than " + MAX_HEADERS + " headers");
        }
        if (marks.length == size * 4) {
            marks = Arrays.copyOf(marks, marks.length * 2);
        }
        int at = size++ * 4;
        marks[at] = line;
        marks[at + 1] = colon;
        marks[at + 2] = colon + 1;
        marks[at + 3] = cr;
        trim(at);
        return cr + 2;
    }

    private void trim(int at) {
        while (marks[at + 2] < marks[at + 3] && isBlank(bytes[marks[at + 2]])) {
            marks[at + 2]++;
        }
        while (marks[at + 2] < marks[at + 3] && isBlank(bytes[marks[at + 3] - 1])) {
            marks[at + 3]--;
        }
    }

    private void settleFraming(boolean bodiless) {
        contentLength = -1;
        chunked = false;
        for (int i = 0; i < size; i++) {
            switch (marks[i * 4 + 1] - marks[i * 4]) {
                case 10 -> readConnection(i);
                case 14 -> readContentLength(i);
                case 17 -> readTransferEncoding(i);
                default -> {}
            }
        }
        if (chunked && contentLength >= 0) {
            throw malformed("both a length and chunks");
        }
        hasBody = !bodiless && status >= 200 && status != 204 && status != 304 && contentLength != 0;
        if (hasBody && !chunked && contentLength < 0) {
            keepAlive = false;
        }
    }

    private void readConnection(int index) {
        if (named(index, "connection")) {
            String value = value(index);
            keepAlive = !hasToken(value, "close") && (keepAlive || hasToken(value, "keep-alive"));
        }
    }

    private static boolean hasToken(String list, String token) {
        return Arrays.stream(list.split(",", -1)).anyMatch(part -> part.strip().equalsIgnoreCase(token));
    }

    private void readContentLength(int index) {
        if (named(index, "content-length")) {
            long length = decimal(marks[index * 4 + 2], marks[index * 4 + 3]);
            if (contentLength >= 0) {
                throw malformed("two lengths");
            }
            contentLength = length;
        }
    }

    private void readTransferEncoding(int index) {
        if (named(index, "transfer-encoding")) {
            if (chunked || !value(index).equalsIgnoreCase("chunked") || bytes[7] == '0') {
                throw malformed("a transfer encoding that is not chunked");
            }
            chunked = true;
        }
    }

    private long decimal(int from, int to) {
        if (from == to || to - from > 18) {
            throw malformed("a length that is no number");
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + digit(i);
        }
        return number;
    }

    private int digit(int at) {
        int digit = bytes[at] - '0';
        if (digit < 0 || digit > 9) {
            throw malformed("a number that is none");
        }
        return digit;
    }

    /// Where the line ends that goes on at `from`: the place of its CR. A bare CR, LF or NUL within is refused.
    private int lineEnd(int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '\r') {
            if (bytes[at] == '\n' || bytes[at] == 0) {
                throw malformed("a control character in a line");
            }
            at++;
        }
        if (at + 1 >= end || bytes[at + 1] != '\n') {
            throw malformed("a line that does not end in CRLF");
        }
        return at;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /// The characters of a token (RFC 9110, 5.6.2).
    private static boolean isToken(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || (b > ' ' && "!#$%&'*+-.^_`|~".indexOf(b) >= 0);
    }

    private boolean named(int index, String lower) {
        int from = marks[index * 4];
        if (marks[index * 4 + 1] - from != lower.length()) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            int b = bytes[from + i];
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static TransportException malformed(String what) {
        return new TransportException(Kind.MALFORMED, "the peer sent " + what);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public @Nullable String header(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < size; i++) {
            if (named(i, lower)) {
                return value(i);
            }
        }
        return null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String name(int index) {
        return text(marks[index * 4], marks[index * 4 + 1]);
    }

    @Override
    public String value(int index) {
        return text(marks[index * 4 + 2], marks[index * 4 + 3]);
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    @Override
    public long contentLength() {
        return contentLength;
    }

    @Override
    public boolean hasBody() {
        return hasBody;
    }

    boolean chunked() {
        return chunked;
    }

    boolean keepAlive() {
        return keepAlive;
    }
}
