package io.heddle.processor;

import io.heddle.contract.text.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields of a request that a test wrote down.
///
/// @param values each name with its value
record RequestFields(Map<String, String> values) implements Loaded.Answer {
    @Override
    public Object to(String method, Object[] arguments) {
        Optional<Object> value = Optional.ofNullable(values.get((String) arguments[0]))
                .map(text -> ((Scalar<?>) arguments[1]).parse(text));
        return switch (method) {
            case "one" -> value.orElseThrow();
            case "or" -> value.orElse(arguments[2]);
            case "optional" -> value;
            case "list" -> value.<List<Object>>map(List::of).orElse(List.of());
            default -> throw new IllegalArgumentException(method);
        };
    }
}
