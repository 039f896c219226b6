package io.heddle.kit.client;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Page;
import io.heddle.contract.reply.Prepared;
import io.heddle.contract.reply.Reply;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.client.stream.Streams;
import io.heddle.kit.client.transport.Request;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.trace.TraceSpan;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gathers the parts of a call and hands it to {@link Attempts}.
final class OutgoingCall implements Call {
    private static final String OCTETS = "application/octet-stream";

    private final Clients clients;
    private final Plan plan;
    private final CallParts parts = new CallParts();
    private @Nullable Map<String, Function<String, RuntimeException>> failures;
    private int hash;

    OutgoingCall(Clients clients, Plan plan) {
        this.clients = clients;
        this.plan = plan;
    }

    @Override
    public Call path(String literal) {
        parts.target().append(literal);
        return this;
    }

    @Override
    public Call segment(String name, Object value) {
        Percent.segment(parts.target(), name, Scalar.text(value), false);
        return this;
    }

    @Override
    public Call encodedSegment(String name, Object value) {
        Percent.segment(parts.target(), name, Scalar.text(value), true);
        return this;
    }

    @Override
    public Call rest(String name, Object value) {
        Percent.rest(parts.target(), name, Scalar.text(value));
        return this;
    }

    @Override
    public Call query(String name, @Nullable Object value) {
        parts.query(name, value);
        return this;
    }

    @Override
    public Call header(String name, @Nullable Object value) {
        parts.header(name, value);
        return this;
    }

    @Override
    public Call cookie(String name, @Nullable Object value) {
        parts.cookie(name, value);
        return this;
    }

    @Override
    public Call form(String name, @Nullable Object value) {
        parts.form(name, value);
        return this;
    }

    @Override
    public <T> Call json(JsonType<T> type, T value) {
        parts.body(new Request.Body.Bytes("application/json", clients.json().write(type, value)));
        return this;
    }

    @Override
    public Call content(String contentType, byte[] content) {
        parts.body(new Request.Body.Bytes(contentType, content));
        return this;
    }

    @Override
    public Call eachTry(Function<String, Map<String, String>> headers) {
        parts.eachTry(headers);
        return this;
    }

    @Override
    public Call stream(InputStream content) {
        parts.body(new Request.Body.Stream(OCTETS, content));
        return this;
    }

    @Override
    public Call hashKey(Object value) {
        hash = Scalar.text(value).hashCode();
        return this;
    }

    @Override
    public Call failure(String code, Function<String, RuntimeException> exception) {
        if (failures == null) {
            failures = new HashMap<>();
        }
        failures.put(code, exception);
        return this;
    }

    int hash() {
        return hash;
    }

    CallParts parts() {
        return parts;
    }

    private <T> T send(Function<Received, T> read) {
        Endpoint endpoint = plan.endpoint();
        TraceSpan span = clients.traces().client(endpoint.name());
        try (span) {
            span.inject(parts::addHeader);
            if (span.recording()) {
                span.tag("http.method", endpoint.method());
                span.tag("http.path", endpoint.template());
                span.tag("peer.service", endpoint.service());
                span.tag("component", "heddle-client");
            }
            return clients.attempts()
                    .run(plan, this, span.recording() ? received -> read.apply(received.describe(span)) : read);
        } catch (ServiceException e) {
            span.error(e.sentence());
            throw known(e);
        }
    }

    private RuntimeException known(ServiceException e) {
        Function<String, RuntimeException> own = failures == null ? null : failures.get(e.code());
        return own == null ? e : own.apply(e.sentence());
    }

    /// Reads an answer that must be a success.
    private <T> Function<Received, T> successful(Function<Received, T> read) {
        return received -> {
            if (!received.successful()) {
                throw received.error(clients.json());
            }
            return read.apply(received);
        };
    }

    private byte[] bytes(Received received) {
        return received.answer().bytes(clients.settings().maxAnswer());
    }

    private <T> T data(JsonType<T> type, Received received) {
        return clients.json()
                .readData(type, bytes(received))
                .orElseThrow(() -> ServiceException.of(Status.BAD_GATEWAY, "the answer has no data"));
    }

    @Override
    public <T> T value(JsonType<T> type) {
        return send(successful(received -> data(type, received)));
    }

    @Override
    public <T> Optional<T> optional(JsonType<T> type) {
        return send(received -> {
            if (received.status() == 404 || received.status() == 204) {
                received.answer().bytes(clients.settings().maxAnswer());
                return Optional.<T>empty();
            }
            return successful(ok -> clients.json().readData(type, bytes(ok))).apply(received);
        });
    }

    @Override
    public <T> Page<T> page(JsonType<List<T>> items) {
        return send(successful(received -> clients.json().readPage(items, bytes(received))));
    }

    @Override
    public <T> Reply<T> reply(JsonType<T> type) {
        return send(successful(
                received -> new Reply<>(received.status(), received.answer().headers(), data(type, received))));
    }

    @Override
    public void done() {
        send(successful(received -> bytes(received).length));
    }

    @Override
    public <T> Prepared<T> prepared(JsonType<T> type) {
        return send(successful(received -> new Prepared.Received<>(data(type, received), received.firstHeaders())));
    }

    @Override
    public byte[] raw() {
        return send(successful(this::bytes));
    }

    @Override
    public InputStream rawStream() {
        header("Accept", "*/*");
        return open();
    }

    @Override
    public <T> Stream<T> lines(JsonType<T> type) {
        header("Accept", "application/x-ndjson");
        InputStream stream = open();
        return Streams.lines(stream, line -> clients.json().read(type, line));
    }

    @Override
    public <T> Events<T> events(JsonType<T> type) {
        header("Accept", "text/event-stream");
        InputStream stream = open();
        return Streams.events(stream, data -> clients.json().read(type, data));
    }

    /// Sends and leaves the answer open.
    private InputStream open() {
        return send(successful(
                received -> new OpenStream(received.keep(), clients.settings().streamIdle())));
    }
}
