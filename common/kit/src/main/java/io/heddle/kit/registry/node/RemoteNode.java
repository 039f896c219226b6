package io.heddle.kit.registry.node;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A node over connections that are opened when it is first asked.
final class RemoteNode<A, C extends AutoCloseable> implements Node<A> {
    private final Supplier<C> open;
    private final Function<C, A> contract;
    private @Nullable C connections;
    private @Nullable A api;

    RemoteNode(Supplier<C> open, Function<C, A> contract) {
        this.open = open;
        this.contract = contract;
    }

    @Override
    public synchronized A api() {
        A known = api;
        if (known != null) {
            return known;
        }
        C opened = open.get();
        A made = contract.apply(opened);
        connections = opened;
        api = made;
        return made;
    }

    @Override
    public synchronized void close() {
        try {
            if (connections != null) {
                connections.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the connections to a node cannot be closed", e);
        }
    }
}
