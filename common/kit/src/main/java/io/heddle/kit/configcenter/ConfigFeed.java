package io.heddle.kit.configcenter;

import io.heddle.kit.client.Caller;
import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.pace.Pacer;
import io.heddle.kit.trace.Traces;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// The configs of one service, as the centre publishes them. Any thread may call.
///
/// One event stream brings what changes. While the centre is away the last state is used, in memory and from
/// disk.
public final class ConfigFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigFeed.class);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final ConfigCenterSettings settings;
    private final String service;
    private final Function<Optional<String>, ConfigApi> apis;
    private final Following following;
    private final AutoCloseable transport;
    private final Thread thread;
    private final List<Consumer<Map<String, ObjectNode>>> listeners = new CopyOnWriteArrayList<>();
    private Access access;
    private volatile Known known = new Known(Origin.NOTHING, 0, Map.of());

    /// Where the present state is from.
    public enum Origin {
        /// The centre said so.
        CENTRE,
        /// The centre is away since the start, and this is what it said last.
        SNAPSHOT,
        /// The centre is away since the start, and nothing is known.
        NOTHING
    }

    /// What the read token opens: the centre, and the last state on disk.
    private record Access(Optional<String> token, ConfigApi api, Optional<SnapshotFile> file) {}

    private record Known(Origin origin, long revision, Map<String, ObjectNode> configs) {}

    private ConfigFeed(
            ConfigCenterSettings settings,
            String service,
            Function<Optional<String>, ConfigApi> apis,
            AutoCloseable transport) {
        this.settings = settings;
        this.service = service;
        this.transport = transport;
        this.apis = apis;
        this.access = access(settings.bearer());
        this.following = new Following(this::api, service, settings, new Pacer(new SplittableRandom()), this::take);
        this.thread = Thread.ofVirtual().name("config-feed").unstarted(following::run);
    }

    /// Begins to follow, over connections of its own, and waits a bounded time for the first state: for the centre
    /// when nothing is on disk, else only for its first answer or refusal.
    ///
    /// @throws ConfigMissingException when a config that is required is not there
    public static ConfigFeed open(ConfigCenterSettings settings, Http1Settings http1, String service, Metrics metrics) {
        ClientSettings client = ClientSettings.standard().over(http1).within(settings.timeout());
        Targets nodes = new Targets(
                "config-center",
                settings.urls().stream()
                        .map(url -> Target.at("config_center.urls", url))
                        .toList());
        Clients clients = Clients.open(client, _ -> nodes, Traces.off(), metrics);
        Function<Optional<String>, ConfigApi> apis = token -> {
            Caller caller = token.map(clients::bearing).orElse(clients);
            return Clients.of(ConfigApi.class, caller);
        };
        return new ConfigFeed(settings, service, apis, clients).start();
    }

    /// The same over a contract that reaches the centre in some other way, such as one in this process.
    public static ConfigFeed over(ConfigCenterSettings settings, String service, ConfigApi api) {
        return new ConfigFeed(settings, service, _ -> api, () -> {}).start();
    }

    private Access access(Optional<String> token) {
        Optional<SnapshotFile> file =
                settings.folder().map(Path::of).map(path -> new SnapshotFile(path, service, token));
        return new Access(token, apis.apply(token), file);
    }

    /// The centre under the token that holds now: its file is read again each time, for it may have been rotated.
    private ConfigApi api() {
        try {
            Optional<String> token = settings.bearer();
            access = token.equals(access.token) ? access : access(token);
        } catch (UncheckedIOException e) {
            LOG.atWarn().setCause(e).log("the read token cannot be read again; the last one is shown");
        }
        return access.api;
    }

    private ConfigFeed start() {
        Optional<ConfigState> kept = access.file.flatMap(SnapshotFile::read);
        kept.ifPresent(state -> known = known(Origin.SNAPSHOT, state));
        thread.start();
        if (!following.awaitAnswer(settings.firstWait(), kept.isPresent())) {
            tellAway(kept.isPresent());
        }
        try {
            settings.required().forEach(this::require);
        } catch (ConfigMissingException e) {
            close();
            throw e;
        }
        return this;
    }

    private void tellAway(boolean kept) {
        String from = kept ? "the snapshot on disk" : "local settings, for there is no snapshot";
        LOG.atWarn()
                .addKeyValue("reason", following.trouble())
                .addKeyValue("revision", known.revision)
                .log("the config centre is away: starting from {}", from);
    }

    private static Known known(Origin origin, ConfigState state) {
        Map<String, ObjectNode> configs = new TreeMap<>();
        state.entries().forEach(entry -> configs.put(entry.configName(), entry.value()));
        return new Known(origin, state.revision(), Map.copyOf(configs));
    }

    private void take(ConfigState state) {
        Known before = known;
        known = known(Origin.CENTRE, state);
        access.file.ifPresent(kept -> kept.write(state));
        if (!known.configs.equals(before.configs)) {
            listeners.forEach(listener -> tell(listener, known.configs));
        }
    }

    private static void tell(Consumer<Map<String, ObjectNode>> listener, Map<String, ObjectNode> configs) {
        try {
            listener.accept(configs);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a listener to changed configs failed");
        }
    }

    /// All configs of this service by their names. The values are shared and not to be changed.
    public Map<String, ObjectNode> current() {
        return known.configs;
    }

    /// A config.
    ///
    /// @throws ConfigMissingException when there is none of that name
    public ObjectNode require(String configName) {
        ObjectNode value = known.configs.get(configName);
        if (value == null) {
            String why = known.origin == Origin.NOTHING
                    ? "the centre at " + settings.urls() + " is away (" + following.trouble()
                            + ") and there is no snapshot"
                    : "the centre at " + settings.urls() + " has none";
            throw new ConfigMissingException(configName, service, why);
        }
        return value;
    }

    /// Tells the listener of each change from now on: one at a time, in order, on the thread that follows the
    /// centre.
    public void onChange(Consumer<Map<String, ObjectNode>> listener) {
        listeners.add(listener);
    }

    /// Where the present state is from.
    public Origin origin() {
        return known.origin;
    }

    /// The revision of the last change.
    public long revision() {
        return known.revision;
    }

    /// Whether the centre is being followed right now.
    public boolean following() {
        return following.following();
    }

    /// Stops to follow.
    @Override
    public void close() {
        following.close();
        try {
            boolean _ = thread.join(FAREWELL);
            transport.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the connections to the config centre cannot be closed", e);
        }
    }
}
