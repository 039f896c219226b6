package io.heddle.registry.cluster.tag;

import io.heddle.store.Change;
import io.heddle.store.Condition;
import io.heddle.store.Item;
import io.heddle.store.Store;
import io.heddle.store.StoreAwayException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives each node a small number of its own, by which its revisions differ from those of all others.
public final class Tags {
    /// How many there are.
    public static final int COUNT = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Tags.class);
    private static final int TRIES = 16;

    private final Store store;
    private final String prefix;
    private final RandomGenerator random;

    /// Keeps them under that prefix.
    public Tags(Store store, String prefix, RandomGenerator random) {
        this.store = store;
        this.prefix = prefix;
        this.random = random;
    }

    /// The one that the node had before, else a free one; any when the store is away.
    public int of(String node) {
        try {
            for (int tries = 0; tries < TRIES; tries++) {
                Optional<Integer> tag = claim(node);
                if (tag.isPresent()) {
                    return tag.get();
                }
            }
        } catch (StoreAwayException e) {
            LOG.atWarn().setCause(e).log("the store is away; this node starts without it");
        }
        return random.nextInt(COUNT);
    }

    private Optional<Integer> claim(String node) {
        Map<String, String> owners = store.range(prefix).items().stream()
                .collect(Collectors.toMap(item -> item.key().substring(prefix.length()), Item::text));
        Optional<Integer> mine = owners.entrySet().stream()
                .filter(entry -> entry.getValue().equals(node))
                .map(Map.Entry::getKey)
                .map(Integer::valueOf)
                .findFirst();
        return mine.isPresent() ? mine : free(owners::containsKey, node);
    }

    private Optional<Integer> free(Function<String, Boolean> taken, String node) {
        int tag = random.nextInt(COUNT);
        String key = prefix + tag;
        boolean claimed = !taken.apply(Integer.toString(tag))
                && store.commit(List.of(Condition.absent(key)), List.of(Change.put(key, node)))
                        .isPresent();
        return claimed ? Optional.of(tag) : Optional.empty();
    }
}
