package io.heddle.registry;

import io.heddle.kit.access.Access;
import io.heddle.kit.console.Console;
import io.heddle.kit.json.Json;
import io.heddle.kit.registry.RegistryApi;
import io.heddle.kit.registry.RegistryApiRoutes;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.registry.access.AccessSettings;
import io.heddle.registry.audit.Audit;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.check.Checks;
import io.heddle.registry.cluster.Cluster;
import io.heddle.registry.console.ClusterView;
import io.heddle.registry.console.RegistryConsole;
import io.heddle.registry.consul.ConsulFacade;
import io.heddle.registry.consul.kv.KeyLimits;
import io.heddle.registry.consul.kv.KeyStore;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.eureka.EurekaFacade;
import io.heddle.registry.lease.Leases;
import io.heddle.registry.probe.Prober;
import io.heddle.registry.prometheus.PrometheusTargets;
import io.heddle.registry.snapshot.Kept;
import io.heddle.registry.snapshot.SnapshotStore;
import io.heddle.registry.watch.Watchers;
import io.heddle.registry.zookeeper.Bridge;
import io.heddle.registry.zookeeper.ZooKeeperSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rooms of a registry put together. Opened once; closing it ends the watches and writes the snapshot.
final class Center implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Center.class);
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final InstantSource time = Leases.steadyTime();
    private final SecureRandom random = new SecureRandom();
    private final Optional<SnapshotStore> store;
    private final Optional<Cluster> cluster;
    private final Catalog catalog;
    private final Leases leases;
    private final Watchers watchers;
    private final Audit audit;
    private final RegistryConsole console;
    private final Checks checks;
    private final EurekaFacade eureka;
    private final ConsulFacade consul;
    private final long tokenKey;
    private final Thread ticker =
            Thread.ofPlatform().daemon().name("registry-wheel").unstarted(this::tick);
    private Optional<Bridge> bridge = Optional.empty();
    private volatile boolean closed;

    private Center(CenterSettings settings) {
        this.store = SnapshotStore.in(settings.store());
        Optional<Kept> kept = store.flatMap(SnapshotStore::load);
        this.tokenKey = kept.map(Kept::tokenKey).orElseGet(random::nextLong);
        this.cluster = Cluster.connect(settings.cluster(), time, random);
        long stride = cluster.isPresent() ? Cluster.STRIDE : 1;
        this.catalog = new Catalog(settings.catalog(), Json.strict(), firstRevision(kept), stride);
        this.leases = new Leases(
                settings.lease(),
                settings.admission(),
                catalog,
                new Leases.Surroundings(time, random, tokenKey, prober(settings)));
        this.watchers = new Watchers(settings.watch(), catalog, random);
        this.audit = new Audit(catalog, InstantSource.system());
        this.console = new RegistryConsole(
                new RegistryConsole.Rooms(catalog, leases, audit, watchers::count, shown()), time, random);
        this.eureka = new EurekaFacade(catalog, leases, time);
        this.checks = new Checks(
                settings.check(), catalog, leases, new Checks.Around(ConsulFacade::checks, random, this::mine));
        this.consul = new ConsulFacade(
                settings.consul(), new ConsulFacade.Around(catalog, leases, checks, random), keys(settings));
        kept.ifPresent(state -> leases.restore(state.leases()));
    }

    /// Suspects are looked at where checks look, and nowhere else.
    private static Prober prober(CenterSettings settings) {
        return Prober.tcp(settings.probe(), settings.check().reach().allowed());
    }

    /// Those of a cluster are in its store.
    private KeyStore keys(CenterSettings settings) {
        KeyLimits limits = settings.consul().limits();
        return cluster.map(node -> KeyStore.shared(limits, node.store(), node.beside("keys")))
                .orElseGet(() -> KeyStore.own(limits, settings.store().folder().map(Path::of), catalog.revision()));
    }

    /// Revisions begin with the time of day, above all that were ever given out.
    private long firstRevision(Optional<Kept> kept) {
        long millis = System.currentTimeMillis();
        long last = kept.map(Kept::revision).orElse(0L);
        return cluster.map(node -> Math.max(node.firstRevision(millis), node.revisionAbove(last)))
                .orElseGet(() -> Math.max(TimeUnit.MILLISECONDS.toMicros(millis), last + 1));
    }

    static Center open(CenterSettings settings) {
        Center center = new Center(settings);
        center.store.ifPresent(open -> open.open(center.catalog, center.leases, center.tokenKey));
        center.watchers.open();
        center.cluster.ifPresent(node -> node.start(center.leases.replica()));
        center.audit.open();
        center.console.open();
        center.checks.open();
        center.consul.open();
        center.ticker.start();
        center.bridge(settings.zookeeper());
        return center;
    }

    private ClusterView shown() {
        return cluster.<ClusterView>map(ClusterOnPage::new).orElseGet(ClusterView::single);
    }

    /// Only one node of a cluster checks an instance.
    private boolean mine(Entry entry) {
        return cluster.map(node -> node.mine(entry)).orElse(true);
    }

    private void bridge(ZooKeeperSettings settings) {
        bridge = Bridge.open(
                settings,
                catalog,
                leases,
                () -> cluster.map(node -> node.turn("bridge")).orElse(true));
    }

    private void tick() {
        long next = System.nanoTime();
        while (!closed) {
            next = Math.max(next + TICK_NANOS, System.nanoTime());
            LockSupport.parkNanos(next - System.nanoTime());
            tickOnce();
        }
    }

    /// Whatever goes wrong with one tick, there must be a next one: without ticks nobody ever leaves.
    private void tickOnce() {
        try {
            leases.tick();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a tick of the registry failed");
        }
    }

    RegistryApi api() {
        return new RegistryHandler(catalog, leases, watchers);
    }

    /// The contract and the console, behind what demands tokens.
    ///
    /// @param secure whether they are served on TLS
    Routes routes(Access access, boolean secure) {
        Console page = RegistryConsole.page(access, secure);
        Access known = access.or(page::token);
        return router -> {
            Router guarded = known.guard(router, Center::needed);
            new RegistryApiRoutes(api()).addTo(guarded);
            console.routes(known).addTo(router);
            page.addTo(router);
            new PrometheusTargets(catalog).addTo(guarded);
            eureka.addTo(guarded);
            consul.addTo(guarded);
            // Some of these change something with GET, so no session stands for a token here.
            consul.old().addTo(access.guard(router, _ -> AccessSettings.REGISTER));
        };
    }

    private static String needed(String method) {
        return READING.contains(method) ? AccessSettings.READ : AccessSettings.REGISTER;
    }

    /// This node's part in a cluster, if there is one.
    Optional<Cluster> cluster() {
        return cluster;
    }

    Catalog catalog() {
        return catalog;
    }

    /// How many blocking queries wait.
    int waiting() {
        return consul.waiting();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(ticker);
        console.close();
        watchers.close();
        consul.close();
        checks.close();
        bridge.ifPresent(Bridge::close);
        cluster.ifPresent(Cluster::close);
        store.ifPresent(SnapshotStore::close);
    }
}
