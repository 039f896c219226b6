package io.heddle.testkit.config;

import io.heddle.contract.ServiceName;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Prepared.Ready;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.access.Access;
import io.heddle.kit.access.Token;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Sources;
import io.heddle.kit.configcenter.ConfigApi;
import io.heddle.kit.configcenter.ConfigApiRoutes;
import io.heddle.kit.configcenter.ConfigState;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.watch.WatchSettings;
import io.heddle.kit.watch.Watchers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A config centre in memory, for its readers, served over HTTP on a free port of loopback. What is named like a
/// secret is one. Any thread may use it.
public final class MemoryConfigCenter implements ConfigApi, AutoCloseable {
    private static final ScopedValue<String> OWNS = ScopedValue.newInstance();
    private static final JsonMapper JSON = new JsonMapper();

    private final Shelf shelf = new Shelf();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Watchers<Shelf.Wish, ConfigState> watchers =
            new Watchers<>(WatchSettings.standard(), shelf, new SplittableRandom());
    private final RunningService running;

    private MemoryConfigCenter() {
        Map<String, String> settings = Map.of(
                "registry.urls", "",
                "config_center.urls", "",
                "server.port", "0",
                "server.drain_notice", "0s",
                "server.access_log", "false");
        this.running = Service.of("config-center", Map.of(), Sources.of(settings))
                .routes(this::addTo)
                .closingFirst(watchers)
                .start();
    }

    /// Starts one with nothing in it.
    public static MemoryConfigCenter start() {
        MemoryConfigCenter center = new MemoryConfigCenter();
        center.watchers.open();
        return center;
    }

    private void addTo(Router router) {
        Router owning = (method, template, name, handler) -> router.add(method, template, name, exchange -> {
            String owns = owner(exchange);
            ScopedValue.where(OWNS, owns).call(() -> {
                handler.handle(exchange);
                return owns;
            });
        });
        new ConfigApiRoutes(this).addTo(owning);
        owning.add("GET", "/config-center/{config_name}/{service}", "ConfigRoute.value", this::value);
    }

    private String owner(Exchange exchange) {
        return Access.token(exchange)
                .map(token -> Optional.ofNullable(tokens.get(token))
                        .orElseThrow(() -> ServiceException.of(
                                Status.UNAUTHORIZED, "Authorization carries a token that is not known")))
                .orElse("");
    }

    /// The address for `config_center.urls`.
    public String url() {
        return running.url();
    }

    /// Publishes a JSON object; the service may be written `{service}@{label}`.
    ///
    /// @return the revision that it made
    public long publish(String config, String service, String json) {
        return put(config, service, Optional.of(JSON.readValue(json, ObjectNode.class)));
    }

    /// Ends what was published.
    public long delete(String config, String service) {
        return put(config, service, Optional.empty());
    }

    private long put(String config, String service, Optional<ObjectNode> value) {
        String entry = config + '/' + service;
        Shelf.check(entry);
        long revision = shelf.put(entry, value);
        watchers.hear(Shelf.watched(entry), revision);
        return revision;
    }

    /// A read token of a service, for `config_center.token`.
    public String token(String service) {
        String token = Token.fresh();
        tokens.put(token, service);
        return token;
    }

    private void value(Exchange exchange) {
        String config = name("config_name", exchange.path().one("config_name", Scalar.STRING));
        String service = name("service", exchange.path().one("service", Scalar.STRING));
        String label = exchange.query().optional("label", Scalar.STRING).orElse("");
        exchange.prepared(shelf.find(config, service, label, OWNS.get())
                .map(entry -> new Ready<>(
                        entry.value().toString().getBytes(StandardCharsets.UTF_8),
                        new byte[0],
                        Long.toString(entry.revision(), 36)))
                .orElseGet(() -> new Ready<>("{}".getBytes(StandardCharsets.UTF_8), new byte[0], "0")));
    }

    private static String name(String field, String text) {
        if (!ServiceName.valid(text)) {
            throw ServiceException.invalid(field, "must be a name");
        }
        return text;
    }

    @Override
    public ConfigState watch(List<String> entries, String instance, long since, Duration wait) {
        return watchers.await("entries", wish(entries), since, wait);
    }

    @Override
    public Events<ConfigState> events(List<String> entries, String instance, long since, Optional<Long> lastEventId) {
        return watchers.stream("entries", wish(entries), lastEventId.orElse(since), () -> {});
    }

    private static Shelf.Wish wish(List<String> texts) {
        Set<String> entries = new HashSet<>();
        texts.forEach(some -> entries.addAll(List.of(some.split(",", -1))));
        entries.forEach(Shelf::check);
        if (entries.isEmpty()) {
            throw ServiceException.invalid("entries", "must name at least one entry");
        }
        return new Shelf.Wish(Set.copyOf(entries), OWNS.orElse(""));
    }

    @Override
    public void close() {
        running.close();
    }
}
