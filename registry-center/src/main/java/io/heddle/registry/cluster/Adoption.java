package io.heddle.registry.cluster;

import io.heddle.registry.cluster.node.Nodes;
import io.heddle.registry.lease.Replica;
import java.util.List;
import java.util.Map;
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
            List<Map.Entry<String, Known>> orphans = board.known().entrySet().stream()
                    .filter(entry -> !living.contains(entry.getValue().owner()))
                    .filter(entry -> Nodes.keeper(entry.getKey(), living).equals(me))
                    .filter(entry -> shown(entry.getValue()))
                    .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                    .toList();
            orphans.forEach(entry -> board.adopt(entry.getKey(), entry.getValue()));
            return orphans.size();
        });
    }

    private boolean shown(Known record) {
        return Optional.of(record)
                .flatMap(known -> replica.find(known.name(), known.service()))
                .filter(entry -> !replica.mine(entry))
                .isPresent();
    }
}
