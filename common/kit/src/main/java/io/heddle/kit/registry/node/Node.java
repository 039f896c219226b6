package io.heddle.kit.registry.node;

import java.util.function.Function;
import java.util.function.Supplier;

/// Way to one node. Any thread may use it.
///
/// @param <A> its contract
public interface Node<A> extends AutoCloseable {
    /// Its contract.
    A api();

    @Override
    void close();

    /// One that is reached already.
    static <A> Node<A> of(A api) {
        return new GivenNode<>(api);
    }

    /// One that is reached over connections that are opened when it is first asked, and closed with it.
    static <A, C extends AutoCloseable> Node<A> over(Supplier<C> open, Function<C, A> api) {
        return new RemoteNode<>(open, api);
    }
}
