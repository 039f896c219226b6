package io.heddle.registry.cluster;

import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.registry.cluster.node.Nodes;
import io.heddle.registry.cluster.tag.Tags;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.lease.Replica;
import io.heddle.store.Change;
import io.heddle.store.Item;
import io.heddle.store.Listing;
import io.heddle.store.Store;
import io.heddle.store.StoreListener;
import io.heddle.store.open.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This node's part in a cluster. Any thread may call.
public final class Cluster implements AutoCloseable {
    /// From one revision of a node to its next.
    public static final long STRIDE = Tags.COUNT;

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final ClusterSettings settings;
    private final Store store;
    private final InstantSource time;
    private final Keys keys;
    private final String me;
    private final Tags tags;
    private final int tag;
    private final Change.Put birth;
    private final Nodes nodes;
    private final List<Store.Handle> handles = new ArrayList<>();
    private final CountDownLatch loaded = new CountDownLatch(1);
    private volatile Optional<Running> running = Optional.empty();

    /// What runs once there are leases.
    private record Running(Replica replica, Board board, Flusher flusher, Loop looking) {}

    private Cluster(ClusterSettings settings, Store store, InstantSource time, RandomGenerator random) {
        this.settings = settings;
        this.store = store;
        this.time = time;
        this.keys = Keys.of(settings);
        this.me = settings.node().orElseThrow(() -> new IllegalArgumentException("cluster.node must be set"));
        this.tags = new Tags(new Tags.Place(store, keys.tags(), keys.nodes()), time, random);
        this.tag = tags.of(me);
        this.birth = Change.put(keys.birth(), Long.toHexString(random.nextLong()));
        this.nodes = new Nodes(me, settings.presenceTtl(), time);
    }

    /// Reaches for the store that the settings name; empty for a registry of one node.
    public static Optional<Cluster> connect(ClusterSettings settings, InstantSource time, RandomGenerator random) {
        return Optional.of(settings)
                .filter(wanted -> !wanted.store().isEmpty())
                .map(wanted ->
                        over(wanted, Stores.open(wanted.store(), wanted.presenceTtl(), wanted.access()), time, random));
    }

    /// Takes part over a store that is open; it is closed with this.
    public static Cluster over(ClusterSettings settings, Store store, InstantSource time, RandomGenerator random) {
        return new Cluster(settings, store, time, random);
    }

    /// The store, for what else the nodes share.
    public Store store() {
        return store;
    }

    /// Where something else that the nodes share is in the store.
    public String beside(String what) {
        return keys.beside(what);
    }

    /// The first revision of this node from that time on: no other node ever gives it, nor one that is a whole number
    /// of strides above it. Below 2^53 until the year 2248.
    public long firstRevision(long millis) {
        return millis * STRIDE + tag;
    }

    /// The first revision above one that was given before.
    public long revisionAbove(long last) {
        return last - Math.floorMod(last, STRIDE) + STRIDE + tag;
    }

    /// Begins: tells the others what changes here, and shows what changes there. Waits a bounded time for the store's
    /// first word.
    public void start(Replica replica) {
        Board board = new Board(replica, keys, me, settings.presenceTtl());
        Flusher flusher = new Flusher(store, replica, board, new Flusher.Me(me, birth));
        Adoption adoption = new Adoption(replica, board, nodes, me);
        Loop looking = Loop.of("cluster-adoption", LOOK, LOOK, () -> look(adoption, flusher));
        running = Optional.of(new Running(replica, board, flusher, looking));
        replica.join(new Telling(board, flusher, nodes, time));
        handles.add(store.present(keys.nodes() + me, me.getBytes(StandardCharsets.UTF_8)));
        handles.add(tags.keep(me));
        handles.add(store.watch(keys.root(), new Watching(replica, board, flusher)));
        flusher.start();
        looking.start();
        try {
            boolean _ = loaded.await(settings.presenceTtl().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Next look(Adoption adoption, Flusher flusher) {
        int adopted = adoption.look();
        if (adopted > 0) {
            LOG.atInfo().addKeyValue("instances", adopted).log("keeps the instances of a node that is gone");
            flusher.nudge();
        }
        return Next.REST;
    }

    /// How this node sees the cluster.
    public ClusterState state() {
        int queue = running.map(
                        now -> now.replica().change(() -> now.board().pending().size()))
                .orElse(0);
        return new ClusterState(me, nodes.away().isPresent() ? "away" : "up", nodes.away(), nodes.living(), queue);
    }

    /// Whether this node keeps the lease of an instance; such as it checks actively only the keeper.
    public boolean mine(Entry entry) {
        return running.map(now -> now.replica().mine(entry)).orElse(true);
    }

    /// Whether it falls to this node to do something that only one node should do.
    public boolean turn(String task) {
        return Nodes.keeper(task, nodes.living()).equals(me);
    }

    /// The node that keeps the lease of an instance, as far as is known here.
    public String owner(Entry entry) {
        return mine(entry)
                ? me
                : running.map(now -> now.replica()
                                .change(() -> now.board().known().get(keys.instance(entry.name(), entry.service()))))
                        .map(Known::owner)
                        .orElse("");
    }

    /// Tells the others what is left to tell, and is no longer there for them.
    @Override
    public void close() {
        running.ifPresent(now -> {
            now.looking().close();
            now.flusher().close();
        });
        handles.reversed().forEach(Store.Handle::close);
        store.close();
    }

    /// What others changed.
    private final class Watching implements StoreListener {
        private final Replica replica;
        private final Board board;
        private final Flusher flusher;

        Watching(Replica replica, Board board, Flusher flusher) {
            this.replica = replica;
            this.board = board;
            this.flusher = flusher;
        }

        @Override
        public void all(Listing listing) {
            nodes.all(Flusher.names(listing, keys.nodes()));
            apply(() -> board.all(listing));
            loaded.countDown();
        }

        @Override
        public void put(Item item) {
            if (item.key().startsWith(keys.nodes())) {
                nodes.came(item.key().substring(keys.nodes().length()));
            } else if (item.key().startsWith(keys.instances())) {
                apply(() -> board.put(item));
            } else if (item.key().equals(keys.birth())) {
                apply(() -> board.born(item.text()));
            }
        }

        @Override
        public void gone(String key, long version) {
            if (key.startsWith(keys.nodes())) {
                nodes.went(key.substring(keys.nodes().length()));
            } else if (key.startsWith(keys.instances())) {
                apply(() -> board.gone(key, version));
            }
        }

        private void apply(Runnable news) {
            boolean answer = replica.change(() -> {
                news.run();
                return !board.pending().isEmpty();
            });
            if (answer) {
                flusher.nudge();
            }
        }

        @Override
        public void seen(boolean isSeen) {
            if (nodes.sight(isSeen)) {
                LOG.atWarn().log(isSeen ? "the store answers" : "the store is away; reads and beats go on without it");
            }
            if (isSeen) {
                flusher.back();
            }
        }
    }
}
