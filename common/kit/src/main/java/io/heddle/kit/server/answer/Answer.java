package io.heddle.kit.server.answer;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.server.body.RequestBody;
import io.heddle.kit.server.envelope.Bytes;
import io.heddle.kit.server.envelope.Envelope;
import io.heddle.kit.server.guard.Guards;
import io.heddle.kit.server.guard.held.Held;
import io.heddle.kit.server.gzip.Gzip;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/// Builds and sends the answer to one request. Used by one thread, and answered once.
public final class Answer {
    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, Envelope.JSON);
    private static final Set<String> FRAMING = Set.of("transfer-encoding", "connection", "keep-alive", "upgrade");

    private final AnswerRules rules;
    private final Wishes wishes;
    private final ServerResponse response;
    private final RequestBody body;
    private boolean started;
    private boolean closing;
    private int status;

    /// The answer to a request.
    public Answer(AnswerRules rules, ServerRequest request, ServerResponse response, RequestBody body) {
        this.rules = rules;
        this.wishes = new Wishes(request);
        this.response = response;
        this.body = body;
    }

    /// Whether any of it may have been sent.
    public boolean started() {
        return started;
    }

    /// The status, 0 before it has one.
    public int status() {
        return status;
    }

    /// Whether the request came without the wish for a body.
    public boolean head() {
        return wishes.head();
    }

    /// Sets a header; `Vary` and `Set-Cookie` are added to what is there.
    ///
    /// @throws IllegalArgumentException when the name or the value cannot stand in a header, or is the server's own
    public void header(String name, String value) {
        if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the header " + name + " is the server's own");
        }
        HeaderName header = HeaderNames.create(name);
        Header checked = HeaderValues.create(header, value);
        checked.validate();
        if (header.equals(HeaderNames.VARY) || header.equals(HeaderNames.SET_COOKIE)) {
            response.headers().add(checked);
        } else {
            response.header(checked);
        }
    }

    /// Sends JSON.
    public void json(int code, Bytes bytes) {
        response.header(JSON);
        send(code, shrunk(bytes));
    }

    /// Sends bytes of some type.
    public void raw(int code, String contentType, byte[] bytes) {
        if (contentType.equals(Envelope.JSON)) {
            json(code, Bytes.of(bytes));
            return;
        }
        header("Content-Type", contentType);
        send(code, Gzip.text(contentType) ? shrunk(Bytes.of(bytes)) : Bytes.of(bytes));
    }

    /// Sends an error in the form that was asked for.
    public void error(ServiceException error) {
        boolean problem = wishes.problem();
        response.headers().remove(HeaderNames.CONTENT_ENCODING);
        response.headers().remove(HeaderNames.CONTENT_LENGTH);
        header("Content-Type", problem ? Envelope.PROBLEM : Envelope.JSON);
        send(
                error.status().code(),
                problem ? rules.envelope().problem(error) : rules.envelope().error(error));
    }

    /// Names the entity, and says whether the caller has it already.
    ///
    /// @param tag the tag in its quotes
    public boolean known(String tag) {
        header("ETag", tag);
        return wishes.knows(tag);
    }

    /// Whether the answer may be compressed.
    public boolean acceptsGzip() {
        return rules.gzip() && wishes.gzip();
    }

    /// Sends ready bytes. A status that has no content and a `HEAD` get none.
    public void send(int code, Bytes bytes) {
        if (bytes.length() > Held.LARGE && !head() && code == 200) {
            sendLarge(code, bytes);
            return;
        }
        begin(code);
        boolean none = code == 204 || code == 205 || code == 304;
        if (none) {
            response.headers().remove(HeaderNames.CONTENT_TYPE);
        }
        if (code != 200) {
            response.status(Status.create(code));
        }
        if (none || head()) {
            if (!none) {
                response.headers().contentLength(bytes.length());
            }
            response.send(new byte[0]);
        } else {
            response.send(bytes.array(), 0, bytes.length());
        }
    }

    /// What is large is handed on piece by piece: nobody makes a copy of it for a peer that is slow to take it.
    private void sendLarge(int code, Bytes bytes) {
        try (Held.Hold _ = Guards.current().hold(bytes.array(), bytes.length());
                OutputStream out = open(code, bytes.length())) {
            bytes.copyTo(out, Held.LARGE);
        } catch (IOException e) {
            throw new CloseConnectionException("the peer is gone", e);
        }
    }

    /// Sends all of a stream as it comes, on an answer whose headers are set. A failure on the way leaves it
    /// unfinished.
    public void copy(int code, InputStream in) throws IOException {
        OutputStream out = open(code, -1);
        if (head()) {
            return;
        }
        byte[] buffer = new byte[16_384];
        for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
            out.write(buffer, 0, some);
            out.flush();
        }
    }

    /// Sends each value on a line of its own as it comes, on an answer whose headers are set.
    public <T> void lines(Iterator<T> values, BiConsumer<T, OutputStream> writer) throws IOException {
        OutputStream out = open(200, -1);
        if (head()) {
            return;
        }
        while (values.hasNext()) {
            writer.accept(values.next(), out);
            out.write('\n');
            out.flush();
        }
    }

    /// The stream for an answer whose headers are set.
    ///
    /// @param length how many bytes there will be, -1 when that is not known
    public OutputStream open(int code, long length) {
        if (head() && length < 0) {
            Guards.current().write(rawHead(code));
            return OutputStream.nullOutputStream();
        }
        begin(code);
        if (length >= 0) {
            response.headers().contentLength(length);
        }
        if (code != 200) {
            response.status(Status.create(code));
        }
        return response.outputStream();
    }

    /// The head of an answer in chunks that is written past Helidon, on a connection that ends with it.
    public byte[] chunkedHead(String contentType) {
        header("Content-Type", contentType);
        response.headers().set(HeaderValues.TRANSFER_ENCODING_CHUNKED);
        return rawHead(200);
    }

    /// Says nothing of a length but what the headers say.
    private byte[] rawHead(int code) {
        begin(code);
        closing = true;
        response.headers().set(HeaderValues.CONNECTION_CLOSE);
        return RawHead.of(code, response.headers());
    }

    /// Completes the answer and ends the connection where it must end.
    public void end() {
        if (closing) {
            if (response instanceof RoutingResponse routing && routing.hasEntity()) {
                routing.commit();
            }
            throw new CloseConnectionException("the connection ends with this answer");
        }
    }

    private void begin(int code) {
        if (started) {
            throw new IllegalStateException("answered twice");
        }
        started = true;
        status = code;
        closing = rules.draining().getAsBoolean() || !body.complete() || wishes.close();
        if (closing) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
    }

    private Bytes shrunk(Bytes bytes) {
        if (!rules.gzip() || bytes.length() < rules.gzipMin()) {
            return bytes;
        }
        header("Vary", "Accept-Encoding");
        if (!acceptsGzip()) {
            return bytes;
        }
        header("Content-Encoding", "gzip");
        return Gzip.shrink(bytes);
    }
}
