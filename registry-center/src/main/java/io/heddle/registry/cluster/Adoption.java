package io.heddle.registry.cluster;

import io.heddle.registry.cluster.node.Nodes;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.lease.Replica;
import java.util.List;
import java.util.Optional;

/// Keeps the instances whose keeper is gone, the share of them that falls to this node.
final class Adoption {
    private static final int LOOKS_TO_ALL = 10;

    private final Replica replica;
    private final Board board;
    private final Nodes nodes;
    private final String me;
    private List<String> lastLiving = List.of();
    private int looks;

    Adoption(Replica replica, Board board, Nodes nodes, String me) {
        this.replica = replica;
        this.board = board;
        this.nodes = nodes;
        this.me = me;
    }

    /// How many it took. Called by one thread; it looks through all only when a node came or went, and now and then.
    int look() {
        List<String> living = nodes.living();
        if (!nodes.settled() || (living.equals(lastLiving) && ++looks % LOOKS_TO_ALL != 0)) {
            return 0;
        }
        lastLiving = living;
        return replica.change(() -> {
            List<Entry> orphans = board.known().entrySet().stream()
                    .filter(entry -> !living.contains(entry.getValue().owner()))
                    .filter(entry -> Nodes.keeper(entry.getKey(), living).equals(me))
                    .flatMap(entry -> shown(entry.getValue()).stream())
                    .toList();
            orphans.forEach(board::adopt);
            return orphans.size();
        });
    }

    private Optional<Entry> shown(Known record) {
        return replica.find(record.name(), record.service()).filter(entry -> !replica.mine(entry));
    }
}
