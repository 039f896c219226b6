package io.heddle.kit.rpc.call;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.client.Call;
import io.heddle.kit.client.Caller;
import io.heddle.kit.json.ErrorBody;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.rpc.RpcSettings;
import java.lang.reflect.Type;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Calls methods of other services by their names, `service:Type.method`, as typed clients do: over the same
/// instances, connections, deadlines, budgets and breakers. What may be sent again the called service says in its
/// index. Blocks, and throws {@link ServiceException} as typed clients do. Safe for use by any thread.
///
///     BigDecimal sum = rpc.call("calc:CalcApi.add", BigDecimal.class, 1, 2);
public final class RpcClient {
    private static final JsonType<Object> ANYTHING = new JsonType<>() {};
    private static final String JSON_TYPE = "application/json";

    private final AtomicLong ids = new AtomicLong();
    private final Wire wire;
    private final Indexes indexes;
    private final Json json = Json.tolerant();
    private final ConcurrentHashMap<Class<?>, JsonType<?>> types = new ConcurrentHashMap<>();

    /// A call by name is made by these.
    ///
    /// @param caller makes the calls
    /// @param name who calls, for the log of the called service
    public RpcClient(Caller caller, RpcSettings settings, String name) {
        this.wire = new Wire(caller, settings, name, InstantSource.system());
        this.indexes = new Indexes(wire, InstantSource.system());
    }

    /// Calls a method with arguments by position.
    ///
    /// @param name `service:Type.method`
    /// @param type what it answers with, in its box
    public <T> T call(String name, Class<T> type, @Nullable Object... arguments) {
        return call(name, typed(type), arguments);
    }

    /// Calls a method with arguments by position, where the answer has type arguments.
    public <T> T call(String name, JsonType<T> type, @Nullable Object... arguments) {
        return needed(send(name, type, Arrays.asList(arguments)));
    }

    /// Calls a method with arguments by name, as they are in JSON.
    public <T> T callNamed(String name, Class<T> type, Map<String, ?> arguments) {
        return callNamed(name, typed(type), arguments);
    }

    /// Calls a method with arguments by name, where the answer has type arguments.
    public <T> T callNamed(String name, JsonType<T> type, Map<String, ?> arguments) {
        return needed(send(name, type, arguments));
    }

    /// Calls a method that may have no answer.
    public <T> Optional<T> find(String name, Class<T> type, @Nullable Object... arguments) {
        return send(name, typed(type), Arrays.asList(arguments));
    }

    /// Calls a method for what it does.
    public void run(String name, @Nullable Object... arguments) {
        send(name, typed(Object.class), Arrays.asList(arguments));
    }

    private static <T> T needed(Optional<T> result) {
        return result.orElseThrow(() -> ServiceException.of(Status.BAD_GATEWAY, "the answer has no result"));
    }

    private <T> Optional<T> send(String name, JsonType<T> type, Object arguments) {
        Target target = Target.of(name);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("jsonrpc", "2.0");
        request.put("method", target.method());
        request.put("params", arguments);
        long id = ids.incrementAndGet();
        request.put("id", id);
        Call call = wire.post(indexes.endpoint(target), JSON_TYPE, json.write(request));
        return result(type, wire.inflated(call.raw()), id);
    }

    /// What an answer gives. One with an error is a failure whatever it says; any other must be to this call.
    private <T> Optional<T> result(JsonType<T> type, byte[] answer, long id) {
        if (json.readMember(ANYTHING, answer, "error").isPresent()) {
            ErrorBody error = json.readError(answer);
            String message = error.message().isEmpty() ? "the service failed and does not say why" : error.message();
            throw new ServiceException(Status.BAD_GATEWAY, error.code(), message, error.violations());
        }
        Object own = json.readMember(ANYTHING, answer, "id").orElse("");
        boolean same = (own instanceof Integer || own instanceof Long) && ((Number) own).longValue() == id;
        if (!same) {
            throw ServiceException.of(Status.BAD_GATEWAY, "the answer is to another call");
        }
        return json.readMember(type, answer, "result");
    }

    /// The JSON of a class, made once for each.
    @SuppressWarnings("unchecked") // what is kept for a class is of that class
    private <T> JsonType<T> typed(Class<T> type) {
        return (JsonType<T>) types.computeIfAbsent(type, RpcClient::made);
    }

    private static JsonType<?> made(Class<?> type) {
        return new JsonType<>() {
            @Override
            public Type type() {
                return type;
            }
        };
    }
}
