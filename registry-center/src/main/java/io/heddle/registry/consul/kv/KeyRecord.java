package io.heddle.registry.consul.kv;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.store.Item;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A key as the store holds it.
///
/// @param created the version at which it came, 0 for that at which it is put now
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeyRecord(String key, byte[] value, long flags, long created) {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRecord.class);
    private static final JsonType<KeyRecord> TYPE = new JsonType<>() {};
    private static final Json WRITER = Json.strict();
    private static final Json READER = Json.tolerant();

    byte[] json() {
        return WRITER.write(TYPE, this);
    }

    /// Empty, and said to be so, for what makes no sense.
    static Optional<KeyRecord> read(Item item) {
        try {
            KeyRecord record = READER.read(TYPE, item.value());
            long since = record.created == 0 ? item.version() : record.created;
            return Optional.of(new KeyRecord(record.key, record.value, record.flags, since));
        } catch (ServiceException e) {
            LOG.atError().addKeyValue("place", item.key()).setCause(e).log("a key in the store makes no sense");
            return Optional.empty();
        }
    }
}
