package io.heddle.kit.registry;

/// A node that is reached in some other way.
///
/// @param api that way
record GivenNode(RegistryApi api) implements Nodes.Node {
    @Override
    public void close() {}
}
