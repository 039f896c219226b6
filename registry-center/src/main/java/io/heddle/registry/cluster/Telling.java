package io.heddle.registry.cluster;

import io.heddle.registry.cluster.Pending.Kind;
import io.heddle.registry.cluster.node.Nodes;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.lease.Spread;
import java.time.InstantSource;

/// What this node changed.
final class Telling implements Spread {
    private final Board board;
    private final Flusher flusher;
    private final Nodes nodes;
    private final InstantSource time;

    Telling(Board board, Flusher flusher, Nodes nodes, InstantSource time) {
        this.board = board;
        this.flusher = flusher;
        this.nodes = nodes;
        this.time = time;
    }

    @Override
    public void changed(Entry entry, boolean heard) {
        board.mark(entry, heard ? Kind.HEARD : Kind.EDIT);
        flusher.nudge();
    }

    @Override
    public void heard(Entry entry) {
        board.heard(entry);
        flusher.nudge();
    }

    @Override
    public void gone(Entry entry, boolean asked) {
        board.gone(entry, asked ? time.millis() : 0);
        flusher.nudge();
    }

    @Override
    public void silent(Entry entry) {
        board.silent(entry);
        flusher.nudge();
    }

    @Override
    public boolean alone() {
        return false;
    }

    @Override
    public boolean evicts() {
        return nodes.settled();
    }
}
