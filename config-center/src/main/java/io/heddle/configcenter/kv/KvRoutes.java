package io.heddle.configcenter.kv;

import io.heddle.configcenter.access.Visitor;
import io.heddle.configcenter.catalog.Catalog;
import io.heddle.configcenter.catalog.Shown;
import io.heddle.configcenter.property.Properties;
import io.heddle.configcenter.watch.EntryWatch;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.kit.watch.GoDuration;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// `GET /v1/kv/config/{service}[,{label}]/...` in the shape of Consul (hashicorp/consul, API docs "KV Store"): with
/// `recurse` every property of a service's configs as a key, without it one of them, or `data` with all as one JSON
/// object; with `keys` their names alone, up to the first `separator` behind what was asked for. Blocks with `index`
/// and `wait` where the path names a service.
public final class KvRoutes implements Routes {
    private static final Duration USUAL_WAIT = Duration.ofMinutes(5);

    private final Catalog catalog;
    private final Properties properties;
    private final EntryWatch watch;
    private final Duration longest;

    /// Serves what is in a catalog.
    ///
    /// @param longest the longest that a question may block
    public KvRoutes(Catalog catalog, EntryWatch watch, Duration longest) {
        this.catalog = catalog;
        this.properties = new Properties(catalog);
        this.watch = watch;
        this.longest = longest;
    }

    @Override
    public void addTo(Router router) {
        router.add("GET", "/v1/kv", "KvRoutes.all", exchange -> read(exchange, ""));
        router.add(
                "GET",
                "/v1/kv/{key:+}",
                "KvRoutes.read",
                exchange -> read(exchange, exchange.path().one("key", Scalar.STRING)));
    }

    private void read(Exchange exchange, String key) {
        boolean recurse = exchange.query().has("recurse");
        boolean names = exchange.query().has("keys");
        Optional<Context> context = Context.of(key);
        context.ifPresent(found -> Visitor.current().mayRead(found.service()));
        await(exchange, context);
        long index = context.map(found -> properties.revision(found.service())).orElseGet(catalog::revision);
        SortedMap<String, Pair> pairs = recurse || names ? under(key, context) : exactly(key, context);
        Answer answer = new Answer(exchange, Math.max(1, index));
        if (pairs.isEmpty()) {
            answer.nothing();
        } else if (names) {
            answer.names(
                    pairs.keySet(),
                    key.length(),
                    exchange.query().optional("separator", Scalar.STRING).orElse(""));
        } else if (exchange.query().has("raw")) {
            answer.raw(pairs.firstEntry().getValue());
        } else {
            answer.pairs(pairs.values());
        }
    }

    /// Waits as it is asked to, unless what is asked for is there already or the index is of another store.
    private void await(Exchange exchange, Optional<Context> context) {
        long index = exchange.query().optional("index", Scalar.LONG).orElse(0L);
        Duration wait = exchange.query()
                .optional("wait", Scalar.STRING)
                .map(text -> GoDuration.of("wait", text).time())
                .orElse(USUAL_WAIT);
        if (index <= 0) {
            return;
        }
        Context of = context.orElseThrow(() ->
                ServiceException.invalid("key", "must name a service, as in config/orders/, where index is given"));
        if (index <= catalog.revision()) {
            watch.watch(List.of("*/" + of.service()), "", index, wait.compareTo(longest) > 0 ? longest : wait);
            requireToken();
        }
    }

    /// Refuses one whose token ended while they waited: what is there now is not for them.
    private void requireToken() {
        if (Visitor.current()
                .token()
                .filter(hash -> catalog.token(hash).isEmpty())
                .isPresent()) {
            throw new ServiceException(
                    Status.UNAUTHORIZED, "token_unknown", "Authorization carries a token that has ended", List.of());
        }
    }

    private SortedMap<String, Pair> under(String prefix, Optional<Context> context) {
        SortedMap<String, Pair> pairs = new TreeMap<>();
        context.map(Stream::of).orElseGet(this::contexts).forEach(each -> gather(each, pairs));
        pairs.keySet().removeIf(name -> !name.startsWith(prefix));
        return pairs;
    }

    private Stream<Context> contexts() {
        return catalog.entries()
                .map(Shown::key)
                .map(key -> key.service())
                .distinct()
                .filter(Properties::readable)
                .flatMap(service -> Stream.concat(Stream.of(""), properties.labels(service).stream())
                        .map(label -> new Context(service, label)));
    }

    private void gather(Context context, SortedMap<String, Pair> pairs) {
        long revision = properties.revision(context.service());
        properties.each(context.service(), context.label(), '/', (name, value) -> {
            String key = context.folder() + name;
            pairs.put(key, new Pair(key, text(value).getBytes(StandardCharsets.UTF_8), revision));
        });
    }

    /// Of objects and arrays only those without content come here.
    private static String text(JsonNode value) {
        return value.isContainer() ? "" : value.asString();
    }

    private SortedMap<String, Pair> exactly(String key, Optional<Context> context) {
        if (context.isEmpty()) {
            return new TreeMap<>();
        }
        Context of = context.get();
        SortedMap<String, Pair> pairs = new TreeMap<>();
        gather(of, pairs);
        if (key.equals(of.folder() + Document.NAME) && !pairs.isEmpty()) {
            Document document = new Document();
            properties.each(of.service(), of.label(), '.', document::add);
            pairs.clear();
            pairs.put(key, new Pair(key, document.bytes(), properties.revision(of.service())));
            return pairs;
        }
        pairs.keySet().removeIf(name -> !name.equals(key));
        return pairs;
    }
}
