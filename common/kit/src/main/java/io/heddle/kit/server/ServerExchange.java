package io.heddle.kit.server;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Page;
import io.heddle.contract.reply.Prepared;
import io.heddle.contract.reply.Reply;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.server.answer.Answer;
import io.heddle.kit.server.body.RequestBody;
import io.heddle.kit.server.envelope.Bytes;
import io.heddle.kit.server.envelope.Envelope;
import io.heddle.kit.server.guard.Guards;
import io.heddle.kit.server.route.Match;
import io.heddle.kit.server.text.RawText;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// An exchange over Helidon's request and response. Reads nothing before it is asked for.
final class ServerExchange implements Exchange {
    private final Shared shared;
    private final ServerRequest request;
    private final RequestBody body;
    private final Answer answer;
    private List<String> names = List.of();
    private List<String> texts = List.of();

    ServerExchange(Shared shared, ServerRequest request, ServerResponse response) {
        this.shared = shared;
        this.request = request;
        this.body = new RequestBody(request, shared.settings().maxBody());
        this.answer = new Answer(shared.rules(), request, response, body);
    }

    Answer answer() {
        return answer;
    }

    String rawPath() {
        return request.prologue().uriPath().rawPath();
    }

    void matched(Match.Found<?> found) {
        names = found.names();
        texts = found.texts();
    }

    @Override
    public String method() {
        return request.prologue().method().text();
    }

    @Override
    public String rawTarget() {
        String query = request.prologue().query().rawValue();
        return query.isEmpty() ? rawPath() : rawPath() + "?" + query;
    }

    @Override
    public String peer() {
        return request.remotePeer().host();
    }

    @Override
    public InetSocketAddress local() {
        return (InetSocketAddress) request.localPeer().address();
    }

    @Override
    public void eachHeader(BiConsumer<String, String> each) {
        for (Header header : request.headers()) {
            header.allValues().forEach(value -> each.accept(header.name(), value));
        }
    }

    @Override
    public long bodyLength() {
        return body.length();
    }

    @Override
    public Fields path() {
        return TextFields.ofPath(names, texts);
    }

    @Override
    public Fields query() {
        return TextFields.ofPairs(RawText.pairs(request.prologue().query().rawValue(), "the query string"));
    }

    @Override
    public Fields headers() {
        return TextFields.ofHeaders(request.headers());
    }

    @Override
    public Fields cookies() {
        List<String> headers = request.headers().all(HeaderNames.COOKIE, List::of);
        return TextFields.ofPairs(RawText.cookies(String.join(";", headers)));
    }

    @Override
    public Fields form() {
        body.requireForm();
        return TextFields.ofPairs(RawText.pairs(new String(bytes(), StandardCharsets.US_ASCII), "the form"));
    }

    @Override
    public <T> T body(JsonType<T> type) {
        body.requireJson();
        return bodyOfAnyType(type);
    }

    @Override
    public <T> T bodyOfAnyType(JsonType<T> type) {
        return shared.json().read(type, bytes());
    }

    @Override
    public <T> Optional<T> optionalBody(JsonType<T> type) {
        byte[] bytes = bytes();
        return bytes.length == 0 ? Optional.empty() : Optional.of(shared.json().read(type, bytes));
    }

    @Override
    public byte[] bytes() {
        return body.bytes();
    }

    @Override
    public byte[] sent() {
        return body.sent();
    }

    @Override
    public InputStream stream() {
        return body.stream();
    }

    @Override
    public void header(String name, String value) {
        answer.header(name, value);
    }

    @Override
    public <T> void value(JsonType<T> type, T value) {
        answer.json(200, shared.envelope().value(type, value));
    }

    @Override
    public <T> void optional(JsonType<T> type, Optional<T> value) {
        value(type, value.orElseThrow(() -> ServiceException.notFound("there is no such thing")));
    }

    @Override
    public <T> void page(JsonType<List<T>> items, Page<T> page) {
        answer.json(200, shared.envelope().page(items, page));
    }

    @Override
    public <T> void reply(JsonType<T> type, Reply<T> reply) {
        reply.headers().forEach((name, values) -> values.forEach(value -> header(name, value)));
        answer.json(reply.status(), shared.envelope().value(type, reply.value()));
    }

    @Override
    public void done() {
        answer.json(200, Envelope.done());
    }

    @Override
    public void prepared(Prepared<?> prepared) {
        if (!(prepared instanceof Prepared.Ready<?> ready)) {
            throw new IllegalStateException("a server answers with ready bytes");
        }
        ready.headers().forEach(this::header);
        header("Vary", "Accept-Encoding");
        if (!ready.etag().isEmpty() && answer.known('"' + ready.etag() + '"')) {
            answer.send(304, Bytes.NONE);
            return;
        }
        header("Content-Type", Envelope.JSON);
        boolean small = ready.gzip().length > 0 && answer.acceptsGzip();
        if (small) {
            header("Content-Encoding", "gzip");
        }
        answer.send(200, Bytes.of(small ? ready.gzip() : ready.json()));
    }

    @Override
    public void raw(int status, String contentType, byte[] bytes) {
        answer.raw(status, contentType, bytes);
    }

    @Override
    public void raw(int status, String contentType, InputStream bytes) {
        try (bytes) {
            header("Content-Type", contentType);
            answer.copy(status, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> void lines(JsonType<T> type, Stream<T> values) {
        try (values) {
            header("Content-Type", "application/x-ndjson");
            answer.lines(values.iterator(), (value, out) -> shared.json().write(type, value, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void raw(int status, byte[] bytes, int length) {
        answer.send(status, new Bytes(bytes, length));
    }

    @Override
    public OutputStream open(int status, long length) {
        return answer.open(status, length);
    }

    @Override
    public <T> void events(JsonType<T> type, Events<T> events) {
        header("Cache-Control", "no-cache");
        shared.streams().send(type, events, Guards.current(), answer);
    }
}
