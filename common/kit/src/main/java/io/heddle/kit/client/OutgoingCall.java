package io.heddle.kit.client;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Page;
import io.heddle.contract.reply.Prepared;
import io.heddle.contract.reply.Reply;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.client.transport.Request;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.task.Deadline;
import io.heddle.kit.trace.TraceSpan;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gathers the parts of a call and hands it to {@link Attempts}.
final class OutgoingCall implements Call {
    private static final String OCTETS = "application/octet-stream";

    private final Clients clients;
    private final Plan plan;
    private final StringBuilder target = new StringBuilder(64);
    private final List<String> headers = new ArrayList<>(12);
    private @Nullable StringBuilder cookies;
    private @Nullable StringBuilder form;
    private @Nullable Map<String, Function<String, RuntimeException>> failures;
    private Request.Body body = new Request.Body.None();
    private boolean queried;
    private int hash;

    OutgoingCall(Clients clients, Plan plan) {
        this.clients = clients;
        this.plan = plan;
    }

    @Override
    public Call path(String literal) {
        target.append(literal);
        return this;
    }

    @Override
    public Call segment(String name, Object value) {
        Percent.segment(target, name, Scalar.text(value), false);
        return this;
    }

    @Override
    public Call encodedSegment(String name, Object value) {
        Percent.segment(target, name, Scalar.text(value), true);
        return this;
    }

    @Override
    public Call rest(String name, Object value) {
        Percent.rest(target, name, Scalar.text(value));
        return this;
    }

    @Override
    public Call query(String name, @Nullable Object value) {
        each(name, value, this::addQuery);
        return this;
    }

    private void addQuery(String name, String text) {
        target.append(queried ? '&' : '?');
        queried = true;
        pair(target, name, text);
    }

    private static void pair(StringBuilder out, String name, String text) {
        Percent.encode(out, name);
        out.append('=');
        Percent.encode(out, text);
    }

    @Override
    public Call header(String name, @Nullable Object value) {
        each(name, value, this::addHeader);
        return this;
    }

    private void addHeader(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c == 127 || c > 255) {
                throw ServiceException.invalid(name, "holds a character that no header may hold");
            }
        }
        headers.add(name);
        headers.add(text);
    }

    @Override
    public Call cookie(String name, @Nullable Object value) {
        each(name, value, (key, text) -> {
            StringBuilder out = cookies == null ? new StringBuilder() : cookies.append("; ");
            cookies = out;
            pair(out, key, text);
        });
        return this;
    }

    @Override
    public Call form(String name, @Nullable Object value) {
        if (form == null) {
            form = new StringBuilder();
        }
        StringBuilder out = form;
        each(name, value, (key, text) -> pair(out.isEmpty() ? out : out.append('&'), key, text));
        return this;
    }

    /// Takes a value apart into names and texts.
    private static void each(String name, @Nullable Object value, BiConsumer<String, String> take) {
        switch (value) {
            case null -> {}
            case Optional<?> optional -> optional.ifPresent(inner -> each(name, inner, take));
            case Collection<?> many -> many.forEach(one -> each(name, one, take));
            case Map<?, ?> map -> map.forEach((key, one) -> each(Scalar.text(key), one, take));
            default -> take.accept(name, Scalar.text(value));
        }
    }

    @Override
    public <T> Call json(JsonType<T> type, T value) {
        body = new Request.Body.Bytes("application/json", clients.json().write(type, value));
        return this;
    }

    @Override
    public Call bytes(byte[] content) {
        body = new Request.Body.Bytes(OCTETS, content);
        return this;
    }

    @Override
    public Call stream(InputStream content) {
        body = new Request.Body.Stream(OCTETS, content);
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

    /// Whether its body can be sent more than once.
    boolean repeatable() {
        return !(body instanceof Request.Body.Stream);
    }

    /// The request of one try, with the time that is left.
    Request request(Deadline limit) {
        List<String> all = new ArrayList<>(headers.size() + 10);
        all.addAll(headers);
        all.add(Deadline.HEADER);
        all.add(Long.toString(Math.max(1, limit.remainingNanos() / 1_000_000)));
        if (cookies != null) {
            all.add("Cookie");
            all.add(cookies.toString());
        }
        Endpoint endpoint = plan.endpoint();
        return new Request(endpoint.method(), target.toString(), all, body(), endpoint.idempotent() && repeatable());
    }

    private Request.Body body() {
        if (form == null) {
            return body;
        }
        byte[] content = form.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return new Request.Body.Bytes("application/x-www-form-urlencoded", content);
    }

    private <T> T send(Function<Received, T> read) {
        if (target.isEmpty()) {
            target.append('/');
        }
        Endpoint endpoint = plan.endpoint();
        TraceSpan span = clients.traces().client(endpoint.name());
        try (span) {
            span.inject(this::addHeader);
            if (span.recording()) {
                span.tag("http.method", endpoint.method());
                span.tag("http.path", endpoint.template());
                span.tag("peer.service", endpoint.service());
                span.tag("component", "heddle-client");
            }
            return clients.attempts().run(plan, this, read);
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
        return send(successful(received -> new Prepared.Received<>(
                data(type, received), firstValues(received.answer().headers()))));
    }

    private static Map<String, String> firstValues(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> !header.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().getFirst()));
    }

    @Override
    public byte[] raw() {
        return send(successful(this::bytes));
    }

    @Override
    public InputStream rawStream() {
        header("Accept", "*/*");
        return send(successful(
                received -> new OpenStream(received.keep(), clients.settings().streamIdle())));
    }

    @Override
    public <T> Stream<T> lines(JsonType<T> type) {
        header("Accept", "application/x-ndjson");
        InputStream stream = send(successful(
                received -> new OpenStream(received.keep(), clients.settings().streamIdle())));
        return new LineStream<>(stream, line -> clients.json().read(type, line)).stream();
    }

    @Override
    public <T> Events<T> events(JsonType<T> type) {
        header("Accept", "text/event-stream");
        OpenStream stream = send(successful(
                received -> new OpenStream(received.keep(), clients.settings().streamIdle())));
        return new EventStream<>(stream, data -> clients.json().read(type, data));
    }
}
