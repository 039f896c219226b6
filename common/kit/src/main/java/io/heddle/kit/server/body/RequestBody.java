package io.heddle.kit.server.body;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.server.guard.Guards;
import io.heddle.kit.server.guard.held.Held;
import io.helidon.http.HeaderNames;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// Reads the body of one request, once. Used by one thread.
public final class RequestBody {
    private static final int SMALL = 1 << 14;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final byte[] NOTHING = new byte[0];

    private final ServerRequest request;
    private final long limit;
    private final long announced;
    private boolean complete;

    /// The body of a request.
    ///
    /// @param limit the most bytes it may have
    public RequestBody(ServerRequest request, long limit) {
        this.request = request;
        this.limit = limit;
        this.announced = announced(request);
        this.complete = announced == 0;
    }

    /// Whether nothing of it is left to read.
    public boolean complete() {
        return complete;
    }

    /// Its length: 0 when there is none, -1 when it comes in chunks.
    public long length() {
        return announced;
    }

    /// Checks that it is JSON, or of no type at all.
    ///
    /// @throws ServiceException 415 when it is something else
    public void requireJson() {
        String type = contentType();
        if (!type.isEmpty() && !type.equals("application/json") && !type.endsWith("+json")) {
            throw ServiceException.of(Status.UNSUPPORTED_MEDIA_TYPE, "the body must be application/json");
        }
    }

    /// Checks that it is a form.
    ///
    /// @throws ServiceException 415 when it is something else
    public void requireForm() {
        if (!contentType().equals(FORM)) {
            throw ServiceException.of(Status.UNSUPPORTED_MEDIA_TYPE, "the body must be " + FORM);
        }
    }

    /// What Helidon needs to let coded bodies come here.
    public static ContentEncodingContext codings() {
        return ContentEncodingContext.builder()
                .contentEncodingsDiscoverServices(false)
                .addContentEncoding(new Coded())
                .build();
    }

    /// All of it.
    ///
    /// @throws ServiceException 413 when it is over the limit, 415 when it is coded, as with gzip
    public byte[] bytes() {
        if (request.headers().contains(HeaderNames.CONTENT_ENCODING)) {
            throw ServiceException.of(Status.UNSUPPORTED_MEDIA_TYPE, "the body must not be compressed here");
        }
        return sent();
    }

    /// All of it as it was sent, in the coding that its headers name.
    ///
    /// @throws ServiceException 413 when it is over the limit
    public byte[] sent() {
        if (announced == 0) {
            return NOTHING;
        }
        checkAnnounced();
        try (Held.Hold _ = Guards.current().hold(this, announced > 0 ? announced : limit)) {
            byte[] bytes = announced > 0 ? sized((int) announced) : stream().readAllBytes();
            done();
            return bytes;
        } catch (IOException e) {
            throw new CloseConnectionException("the body ended early", e);
        }
    }

    /// It as it comes.
    ///
    /// @throws ServiceException 413 when it is announced over the limit; reading on throws it when it turns out to
    ///     be
    public InputStream stream() {
        checkAnnounced();
        return announced == 0
                ? InputStream.nullInputStream()
                : new Counted(request.content().inputStream());
    }

    private byte[] sized(int length) throws IOException {
        InputStream in = request.content().inputStream();
        if (length > SMALL) {
            return in.readNBytes(length);
        }
        byte[] bytes = new byte[length];
        int got = in.readNBytes(bytes, 0, length);
        if (got < length) {
            throw new IOException("the body ended early");
        }
        return bytes;
    }

    private void checkAnnounced() {
        if (announced > limit) {
            throw tooLarge();
        }
    }

    private void done() {
        complete = true;
        Guards.current().bodyRead();
    }

    private ServiceException tooLarge() {
        return ServiceException.of(
                Status.CONTENT_TOO_LARGE, "the body is larger than the limit of " + limit + " bytes");
    }

    private String contentType() {
        if (!request.headers().contains(HeaderNames.CONTENT_TYPE)) {
            return "";
        }
        String full = request.headers().get(HeaderNames.CONTENT_TYPE).get();
        int end = full.indexOf(';');
        return (end < 0 ? full : full.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static long announced(ServerRequest request) {
        if (request.headers().contains(HeaderNames.TRANSFER_ENCODING)) {
            return -1;
        }
        return request.headers().contains(HeaderNames.CONTENT_LENGTH)
                ? Long.parseLong(
                        request.headers().get(HeaderNames.CONTENT_LENGTH).get())
                : 0;
    }

    /// Counts what is read against the limit and sees the end.
    private final class Counted extends InputStream {
        private final InputStream in;
        private long count;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? -1 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = in.read(bytes, from, length);
            count(some);
            return some;
        }

        private void count(int some) {
            count += Math.max(0, some);
            if (count > limit) {
                throw tooLarge();
            }
            if (some < 0 || count == announced) {
                done();
            }
        }
    }
}
