package io.heddle.kit.registry;

import io.heddle.kit.client.Caller;
import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Resolver;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.pace.Pacer;
import io.heddle.kit.registry.node.Node;
import io.heddle.kit.registry.node.Nodes;
import io.heddle.kit.trace.Traces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// This process's part in discovery: knows where the services are, and keeps this process registered. Any thread may
/// call.
///
/// One event stream brings what changes. While the registry is away the last view is used, in memory and from disk;
/// when it is back, this process registers again by itself.
public final class Registry implements Resolver, AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final RegistrySettings settings;
    private final View view;
    private final Optional<ViewFile> file;
    private final Membership membership;
    private final Watching watching;
    private final Pacer watchPacer;
    private final Nodes<RegistryApi> nodes;
    private final Thread beats;
    private final Thread watch;
    private final Loop keeper;

    private Registry(RegistrySettings settings, List<Node<RegistryApi>> all, RandomGenerator random) {
        this.settings = settings;
        this.nodes = new Nodes<>(all, random);
        this.view = new View(System::nanoTime);
        this.file = settings.folder().map(Path::of).map(ViewFile::new);
        this.watchPacer = new Pacer(random);
        this.membership = new Membership(nodes, settings, new Pacer(random), watchPacer::nudge);
        this.watching = new Watching(nodes, settings, view, membership, watchPacer);
        this.beats = Thread.ofVirtual().name("registry-beats").unstarted(membership::run);
        this.watch = Thread.ofVirtual().name("registry-watch").unstarted(watching::run);
        this.keeper = Loop.of("registry-view", Pacer.idle(), Pacer.idle(), this::keep);
    }

    /// Begins to take part, over connections of its own as usual.
    public static Registry open(RegistrySettings settings, Metrics metrics) {
        return open(settings, Http1Settings.standard(), metrics);
    }

    /// Begins to take part, over connections of its own. Beats are counted but not traced.
    ///
    /// It keeps to one of the nodes, drawn at random, and goes to the next when that one does not answer.
    public static Registry open(RegistrySettings settings, Http1Settings http1, Metrics metrics) {
        return start(new Registry(
                settings,
                settings.urls().stream()
                        .map(url -> node(settings, http1, url, metrics))
                        .toList(),
                new SplittableRandom()));
    }

    /// Begins to take part, over a contract that reaches the registry in some other way, such as one in this process.
    public static Registry over(RegistrySettings settings, RegistryApi api) {
        return over(settings, List.of(api));
    }

    /// The same over the contracts of several nodes.
    public static Registry over(RegistrySettings settings, List<RegistryApi> apis) {
        return start(new Registry(settings, apis.stream().map(Node::of).toList(), new SplittableRandom()));
    }

    private static Node<RegistryApi> node(RegistrySettings settings, Http1Settings http1, String url, Metrics metrics) {
        Targets only = new Targets("registry-center", List.of(Target.at("registry.urls", url)));
        ClientSettings client = ClientSettings.standard().over(http1).within(settings.timeout());
        return Node.over(() -> Clients.open(client, service -> only, Traces.off(), metrics), clients -> {
            Caller caller = settings.token().map(clients::bearing).orElse(clients);
            return Clients.of(RegistryApi.class, caller);
        });
    }

    private static Registry start(Registry registry) {
        registry.file.ifPresent(kept -> registry.view.restore(kept.read()));
        registry.beats.start();
        registry.watch.start();
        registry.keeper.start();
        return registry;
    }

    /// The instances that may be called now: those that are up, and only when there is none, those that are suspect.
    ///
    /// Does not block, except that the first calls for a service wait a bounded time for the registry's first
    /// word about it.
    @Override
    public Targets targets(String service) {
        if (settings.all()) {
            return view.ofAll(service);
        }
        Targets known = view.targets(service);
        if (known != null) {
            return known;
        }
        if (view.add(service, settings.names())) {
            watchPacer.nudge();
        }
        return view.first(service, settings.firstWait());
    }

    /// The address of an instance that offers a function, one at random by weight; empty when none says that it does.
    /// Waits as {@link #targets} does.
    ///
    /// @param function a method as instances name it, `CalcApi.add`, or what follows its last dot, `add`
    public Optional<String> address(String service, String function) {
        Targets _ = targets(service);
        return new Offers(view.instances(service))
                .of(function, ThreadLocalRandom.current())
                .map(Instance::service);
    }

    /// Registers this process and keeps it so until it is closed; the settings fill in its time to live and zone.
    public void register(Registration registration) {
        Registration timed = registration.ttl().isPresent() ? registration : registration.ttl(settings.ttl());
        boolean placed = timed.zone().isPresent() || settings.zone().isEmpty();
        membership.join(placed ? timed : timed.zone(settings.zone()));
    }

    /// Whether the registry has given this process a lease.
    public boolean registered() {
        return membership.lease().isPresent();
    }

    /// Whether the registry did not answer the last time that this process registered or beat.
    public boolean away() {
        return membership.away();
    }

    /// Takes this process out of everyone's choice, to be called a moment before it stops to answer.
    public void drain() {
        membership.drain();
    }

    /// Takes this process out of the registry for good, to be called a moment before it stops to answer. What it knows
    /// of the others stays fresh until it is closed.
    public void leave() {
        membership.drain();
        membership.stop();
        join(beats);
        membership.leave();
    }

    private Next keep() {
        view.prune();
        save();
        return Next.REST;
    }

    private void save() {
        if (file.isPresent() && view.changed()) {
            file.get().write(view.all());
        }
    }

    /// Deregisters this process and keeps the last view.
    @Override
    public void close() {
        leave();
        watching.close();
        join(watch);
        keeper.close(FAREWELL);
        save();
        nodes.close();
    }

    private static void join(Thread thread) {
        try {
            boolean _ = thread.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
