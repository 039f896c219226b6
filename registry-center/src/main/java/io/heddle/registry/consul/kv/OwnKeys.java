package io.heddle.registry.consul.kv;

import io.heddle.registry.behind.WriteBehind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys of one node, in its memory and, if there is one, in its file.
final class OwnKeys implements KeyWrites {
    private static final Logger LOG = LoggerFactory.getLogger(OwnKeys.class);
    private static final Duration DELAY = Duration.ofMillis(100);

    private final KeyTable table;
    private final KeyLimits limits;
    private final Optional<KeyFile> file;
    private final WriteBehind behind = new WriteBehind("registry-keys", DELAY);

    OwnKeys(KeyTable table, KeyLimits limits, Optional<KeyFile> file) {
        this.table = table;
        this.limits = limits;
        this.file = file;
    }

    @Override
    public void open() {
        file.ifPresent(kept -> {
            table.listen((_, _) -> behind.change());
            behind.open(() -> write(kept));
        });
    }

    private void write(KeyFile kept) {
        try {
            long now = table.revision();
            kept.write(now, List.copyOf(table.under("")));
        } catch (IOException e) {
            LOG.atError().addKeyValue("file", kept.path()).setCause(e).log("the keys cannot be written");
        }
    }

    @Override
    public boolean put(String key, byte[] value, long flags, Optional<Long> expected) {
        return table.change(now -> {
            Optional<KeyValue> known = table.get(key);
            if (!KeyWrites.fits(known.map(KeyValue::modifyIndex).orElse(0L), expected)) {
                return Set.of();
            }
            limits.require(table, key, value);
            table.show(new KeyValue(
                    key, value, flags, known.map(KeyValue::createIndex).orElse(now), now));
            return Set.of(key);
        });
    }

    @Override
    public boolean delete(String key, Optional<Long> expected) {
        long seen = table.get(key).map(KeyValue::modifyIndex).orElse(0L);
        if (!KeyWrites.fits(seen, expected)) {
            return false;
        }
        return seen == 0
                || table.change(now -> {
                    long index = table.get(key).map(KeyValue::modifyIndex).orElse(0L);
                    if (index == 0 || !KeyWrites.fits(index, expected)) {
                        return Set.of();
                    }
                    table.hide(key, now);
                    return Set.of(key);
                });
    }

    @Override
    public void deleteUnder(String prefix) {
        table.change(now -> {
            Set<String> keys = table.under(prefix).stream().map(KeyValue::key).collect(Collectors.toUnmodifiableSet());
            keys.forEach(key -> table.hide(key, now));
            return keys;
        });
    }

    /// Nothing happens anywhere else.
    @Override
    public void reach(long index, Duration limit) {}

    /// Writes the last time.
    @Override
    public void close() {
        behind.close();
    }
}
