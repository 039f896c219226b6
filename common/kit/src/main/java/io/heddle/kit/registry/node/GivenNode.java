package io.heddle.kit.registry.node;

/// A node that is reached in some way of its own.
///
/// @param api that way
record GivenNode<A>(A api) implements Node<A> {
    @Override
    public void close() {}
}
