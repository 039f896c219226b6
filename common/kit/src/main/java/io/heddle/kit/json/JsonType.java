package io.heddle.kit.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/// A Java type with its type arguments, made as `new JsonType<List<Answer>>() {}`. Make each once, in a constant:
/// codecs keep the reader and writer of each type that they have seen.
///
/// @param <T> the type
public interface JsonType<T> {
    /// The Java type, read off the class that the braces make.
    default Type type() {
        ParameterizedType parent = (ParameterizedType) getClass().getGenericInterfaces()[0];
        return parent.getActualTypeArguments()[0];
    }
}
