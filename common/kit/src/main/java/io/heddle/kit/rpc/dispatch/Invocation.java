package io.heddle.kit.rpc.dispatch;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Violation;
import io.heddle.contract.reply.Page;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonPart;
import io.heddle.kit.json.JsonPart.Kind;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.rpc.RpcCall;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call on its way through a method: its arguments from the request, its answer as bytes.
final class Invocation implements RpcCall {
    private static final byte[] NOTHING = ascii("null");
    private static final String BODY = "the body ";

    private final Json json;
    private final List<String> parameters;
    private final Asked asked;
    private byte @Nullable [] result;

    Invocation(Json json, Method method, Asked asked) {
        this.json = json;
        this.parameters = method.parameters();
        this.asked = asked;
        check();
    }

    private void check() {
        int given = asked.positional().size();
        if (given > parameters.size()) {
            throw new ArgumentException(
                    "the method takes " + parameters.size() + " arguments, not " + given, List.of());
        }
        List<Violation> unknown = asked.named().keySet().stream()
                .filter(name -> !parameters.contains(name))
                .map(name -> new Violation(name, "is not a known argument"))
                .toList();
        if (!unknown.isEmpty()) {
            String first = unknown.getFirst().field();
            throw new ArgumentException(first + " is not a known argument", unknown);
        }
    }

    /// Calls the method, and gives its result as JSON.
    byte[] run(Method method) {
        method.invoker().invoke(this);
        if (result == null) {
            throw new IllegalStateException("the method of the table gave no answer");
        }
        return result;
    }

    private Optional<JsonPart> argument(String name) {
        int index = parameters.indexOf(name);
        JsonPart part = index < asked.positional().size()
                ? asked.positional().get(index)
                : asked.named().get(name);
        return Optional.ofNullable(part);
    }

    @Override
    public <T> T one(String name, JsonType<T> type) {
        JsonPart part = argument(name).orElseThrow(() -> ArgumentException.of(name, "must be given"));
        return read(name, type, part);
    }

    @Override
    public <T> Optional<T> optional(String name, JsonType<T> type) {
        return argument(name).filter(part -> part.kind() != Kind.NOTHING).map(part -> read(name, type, part));
    }

    private <T> T read(String name, JsonType<T> type, JsonPart part) {
        try {
            return json.read(type, part.bytes());
        } catch (ServiceException e) {
            throw within(name, e);
        }
    }

    /// The failure of one argument, with its name before each path.
    private static ArgumentException within(String name, ServiceException wrong) {
        if (wrong.violations().isEmpty()) {
            String told = wrong.sentence();
            return ArgumentException.of(name, told.startsWith(BODY) ? told.substring(BODY.length()) : told);
        }
        List<Violation> violations = wrong.violations().stream()
                .map(violation -> new Violation(join(name, violation.field()), violation.message()))
                .toList();
        Violation first = violations.getFirst();
        return new ArgumentException(first.field() + " " + first.message(), violations);
    }

    private static String join(String name, String path) {
        return path.startsWith("[") ? name + path : name + "." + path;
    }

    @Override
    public <T> void value(JsonType<T> type, T value) {
        result = json.write(type, value);
    }

    @Override
    public <T> void optional(JsonType<T> type, Optional<T> value) {
        result = value.map(found -> json.write(type, found)).orElse(NOTHING);
    }

    @Override
    public <T> void page(JsonType<List<T>> items, Page<T> page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("{\"items\":"));
        json.write(items, page.items(), out);
        out.writeBytes(
                ascii(",\"total\":" + page.total() + ",\"page\":" + page.page() + ",\"limit\":" + page.limit() + "}"));
        result = out.toByteArray();
    }

    @Override
    public void done() {
        result = NOTHING;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
