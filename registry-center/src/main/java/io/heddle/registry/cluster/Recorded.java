package io.heddle.registry.cluster;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.registry.lease.Saved;
import io.heddle.store.Item;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An instance as the store holds it.
///
/// @param owner the node that keeps its lease
/// @param heard whether that node has heard the instance itself
/// @param lease the rest
record Recorded(String owner, boolean heard, Saved lease) {
    private static final Logger LOG = LoggerFactory.getLogger(Recorded.class);
    private static final JsonType<Recorded> TYPE = new JsonType<>() {};
    private static final Json WRITER = Json.strict();
    /// A newer node may say more.
    private static final Json READER = Json.tolerant();

    byte[] json() {
        return WRITER.write(TYPE, this);
    }

    /// Empty, and said to be so, for what makes no sense.
    static Optional<Recorded> read(Item item) {
        try {
            return Optional.of(READER.read(TYPE, item.value()));
        } catch (ServiceException e) {
            LOG.atError().addKeyValue("key", item.key()).setCause(e).log("an instance in the store makes no sense");
            return Optional.empty();
        }
    }

    String name() {
        return lease.instance().name();
    }

    String service() {
        return lease.instance().service();
    }
}
