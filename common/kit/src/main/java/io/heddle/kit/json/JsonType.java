package io.heddle.kit.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Objects;

/// A Java type with its type arguments, made as `new JsonType<List<Answer>>() {}`. Make each once, in a constant: it
/// keeps
/// the reader and writer of its type.
///
/// @param <T> the type
public abstract class JsonType<T> {
    private final Type type;

    /// Reads the type argument off the subclass.
    protected JsonType() {
        ParameterizedType parent =
                (ParameterizedType) Objects.requireNonNull(getClass().getGenericSuperclass());
        this.type = parent.getActualTypeArguments()[0];
    }

    /// The Java type.
    public final Type type() {
        return type;
    }

    @Override
    public final String toString() {
        return type.getTypeName();
    }
}
