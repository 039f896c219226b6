package io.heddle.kit.client;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.client.transport.Request;
import io.heddle.kit.task.Deadline;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a call has been given so far, and the request that it becomes.
final class CallParts {
    private final StringBuilder target = new StringBuilder(64);
    private final List<String> headers = new ArrayList<>(12);
    private @Nullable StringBuilder cookies;
    private @Nullable StringBuilder form;
    private Request.Body body = new Request.Body.None();
    private @Nullable Function<String, Map<String, String>> fresh;
    private boolean queried;

    StringBuilder target() {
        return target;
    }

    void query(String name, @Nullable Object value) {
        each(name, value, (key, text) -> {
            target.append(queried ? '&' : '?');
            queried = true;
            pair(target, key, text);
        });
    }

    void header(String name, @Nullable Object value) {
        each(name, value, this::addHeader);
    }

    /// Adds a header after a look at its text (RFC 9110, 5.5).
    void addHeader(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c == 127 || c > 255) {
                throw ServiceException.invalid(name, "holds a character that no header may hold");
            }
        }
        headers.add(name);
        headers.add(text);
    }

    void cookie(String name, @Nullable Object value) {
        each(name, value, (key, text) -> {
            StringBuilder out = cookies == null ? new StringBuilder() : cookies.append("; ");
            cookies = out;
            pair(out, key, text);
        });
    }

    void form(String name, @Nullable Object value) {
        StringBuilder out = form == null ? new StringBuilder() : form;
        form = out;
        each(name, value, (key, text) -> pair(out.isEmpty() ? out : out.append('&'), key, text));
    }

    void body(Request.Body content) {
        body = content;
    }

    void eachTry(Function<String, Map<String, String>> made) {
        fresh = made;
    }

    /// Whether its body can be sent more than once.
    boolean repeatable() {
        return !(body instanceof Request.Body.Stream);
    }

    /// The request of one try at an instance, with the time that is left.
    Request request(Endpoint endpoint, Target instance, Deadline limit) {
        List<String> all = new ArrayList<>(headers.size() + 4);
        all.addAll(headers);
        all.add(Deadline.HEADER);
        all.add(Long.toString(Math.max(1, limit.remainingNanos() / 1_000_000)));
        if (fresh != null) {
            fresh.apply(instance.address()).forEach((name, text) -> Collections.addAll(all, name, text));
        }
        if (cookies != null) {
            all.add("Cookie");
            all.add(cookies.toString());
        }
        String path = target.isEmpty() ? "/" : target.toString();
        return new Request(endpoint.method(), path, all, content(), endpoint.idempotent() && repeatable());
    }

    private Request.Body content() {
        if (form == null) {
            return body;
        }
        byte[] content = form.toString().getBytes(StandardCharsets.US_ASCII);
        return new Request.Body.Bytes("application/x-www-form-urlencoded", content);
    }

    private static void pair(StringBuilder out, String name, String text) {
        Percent.encode(out, name);
        out.append('=');
        Percent.encode(out, text);
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
}
