package io.heddle.kit.server.route;

import java.util.List;
import java.util.Set;

/// What a method and a path lead to.
///
/// @param <T> what answers a route
public sealed interface Match<T> {
    /// A route.
    ///
    /// @param <T> what answers a route
    /// @param target what answers it
    /// @param names the names of the path parameters
    /// @param texts their decoded texts in the same order
    record Found<T>(T target, List<String> names, List<String> texts) implements Match<T> {}

    /// A path that only has other methods.
    ///
    /// @param <T> what answers a route
    /// @param allowed the methods it has, for the `Allow` header
    record WrongMethod<T>(Set<String> allowed) implements Match<T> {}

    /// No such path.
    ///
    /// @param <T> what answers a route
    record Missing<T>() implements Match<T> {}
}
