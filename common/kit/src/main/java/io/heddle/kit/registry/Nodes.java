package io.heddle.kit.registry;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/// The nodes of the registry, in an order of this process's own. It keeps to one until that one fails, for each move
/// makes another node the keeper of its lease.
final class Nodes implements AutoCloseable {
    private final List<Node> nodes;
    private final List<Runnable> movers = new CopyOnWriteArrayList<>();
    private volatile int at;

    /// Way to one node.
    interface Node extends AutoCloseable {
        RegistryApi api();

        @Override
        void close();
    }

    Nodes(List<Node> all, RandomGenerator random) {
        List<Node> order = new ArrayList<>(all);
        Collections.shuffle(order, java.util.Random.from(random));
        this.nodes = List.copyOf(order);
    }

    /// Has that one told when another node's turn comes.
    void onMove(Runnable mover) {
        movers.add(mover);
    }

    Node current() {
        return nodes.get(at);
    }

    int count() {
        return nodes.size();
    }

    /// A call to a node failed; if it was the node's fault, the next one's turn comes.
    ///
    /// @return whether there is another one to ask now
    boolean failed(Node node, ServiceException why) {
        boolean fault = why.status().code() >= Status.INTERNAL_ERROR.code();
        if (!fault || nodes.size() == 1) {
            return false;
        }
        if (move(node)) {
            movers.forEach(Runnable::run);
        }
        return true;
    }

    private synchronized boolean move(Node from) {
        boolean current = nodes.get(at).equals(from);
        if (current) {
            at = (at + 1) % nodes.size();
        }
        return current;
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
