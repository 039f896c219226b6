package io.heddle.kit.registry.node;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/// The nodes of a service in an order of this process's own. It keeps to one until that one fails, for each move makes
/// another node the keeper of what this process holds there. Any thread may call.
///
/// @param <A> their contract
public final class Nodes<A> implements AutoCloseable {
    private final List<Node<A>> nodes;
    private final List<Runnable> movers = new CopyOnWriteArrayList<>();
    private volatile int at;

    /// Draws the order.
    public Nodes(List<Node<A>> all, RandomGenerator random) {
        List<Node<A>> order = new ArrayList<>(all);
        Collections.shuffle(order, java.util.Random.from(random));
        this.nodes = List.copyOf(order);
    }

    /// Has that one told when another node's turn comes.
    public void onMove(Runnable mover) {
        movers.add(mover);
    }

    /// The one that it keeps to now.
    public Node<A> current() {
        return nodes.get(at);
    }

    /// How many there are.
    public int count() {
        return nodes.size();
    }

    /// A call to a node failed; if it was the node's fault, the next one's turn comes.
    ///
    /// @return whether there is another one to ask now
    public boolean failed(Node<A> node, ServiceException why) {
        boolean fault = why.status().code() >= Status.INTERNAL_ERROR.code();
        if (!fault || nodes.size() == 1) {
            return false;
        }
        if (move(node)) {
            movers.forEach(Runnable::run);
        }
        return true;
    }

    private synchronized boolean move(Node<A> from) {
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
