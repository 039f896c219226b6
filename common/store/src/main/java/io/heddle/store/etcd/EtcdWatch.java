package io.heddle.store.etcd;

import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.store.Listing;
import io.heddle.store.Store;
import io.heddle.store.StoreAwayException;
import io.heddle.store.StoreListener;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One who watches. A stream that is silent for {@link #SILENCE} is dropped; after a question that only a majority
/// can answer, the next one goes on where it ended. After one that broke off, all is listed anew.
final class EtcdWatch implements Store.Handle {
    private static final Logger LOG = LoggerFactory.getLogger(EtcdWatch.class);
    private static final Duration SILENCE = Duration.ofSeconds(6);
    /// Between two streams.
    private static final Duration SPACING = Duration.ofMillis(50);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMillis(500);
    private static final long LIST_FIRST = 0;

    private final EtcdStore store;
    private final Gateway gateway;
    private final String prefix;
    private final StoreListener listener;
    private final Loop loop = Loop.of("etcd-watch", SPACING, LONGEST_BACK_OFF, this::round);
    private volatile Optional<Lines> lines = Optional.empty();
    private long next = LIST_FIRST;

    EtcdWatch(EtcdStore store, Gateway gateway, String prefix, StoreListener listener) {
        this.store = store;
        this.gateway = gateway;
        this.prefix = prefix;
        this.listener = listener;
    }

    void start() {
        loop.start();
    }

    private Next round() {
        try {
            catchUp();
            follow();
            return Next.REST;
        } catch (StoreAwayException e) {
            return lost(e);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a watch of the store failed; it begins anew");
            return lost(e);
        }
    }

    /// Whatever broke off may have lost what it held, so that its revisions say nothing any more.
    private Next lost(RuntimeException why) {
        next = LIST_FIRST;
        if (loop.closed() || reaches()) {
            return Next.REST;
        }
        LOG.atDebug().setCause(why).log("the store is away");
        listener.seen(false);
        return Next.BACK_OFF;
    }

    /// A stream that broke off says nothing yet: another node may have it.
    private boolean reaches() {
        try {
            store.revision(prefix);
            return true;
        } catch (StoreAwayException e) {
            return false;
        }
    }

    private void catchUp() {
        if (next != LIST_FIRST && store.revision(prefix) < next - 1) {
            next = LIST_FIRST;
        }
        if (next == LIST_FIRST) {
            Listing all = store.range(prefix);
            listener.all(all);
            next = all.revision() + 1;
        }
    }

    private void follow() {
        ObjectNode question = Wire.object();
        question.putObject("create_request")
                .put("key", Wire.encoded(prefix))
                .put("range_end", Wire.end(prefix))
                .put("start_revision", Long.toString(next));
        try (Lines stream = gateway.stream("/v3/watch", question, SILENCE)) {
            lines = Optional.of(stream);
            Optional<String> line = stream.next();
            while (!loop.closed() && line.isPresent() && take(Gateway.parse(line.get()))) {
                line = stream.next();
            }
        } finally {
            lines = Optional.empty();
        }
    }

    /// False when the stream is over.
    private boolean take(JsonNode answer) {
        JsonNode result = answer.path("result");
        if (result.path("canceled").asBoolean(false) || answer.has("error")) {
            next = LIST_FIRST;
            return false;
        }
        if (result.path("created").asBoolean(false)) {
            listener.seen(true);
        }
        for (JsonNode event : result.path("events")) {
            tell(event);
        }
        return true;
    }

    private void tell(JsonNode event) {
        JsonNode kv = event.path("kv");
        long version = Wire.number(kv.path("mod_revision"));
        if (event.path("type").asString("PUT").equals("DELETE")) {
            listener.gone(Wire.key(kv), version);
        } else {
            listener.put(Wire.item(kv));
        }
        next = version + 1;
    }

    @Override
    public void close() {
        loop.stop();
        lines.ifPresent(Lines::close);
    }
}
