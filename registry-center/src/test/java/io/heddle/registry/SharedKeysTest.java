package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.registry.consul.ConsulSettings;
import io.heddle.registry.consul.kv.KeyStore;
import io.heddle.registry.consul.kv.KeyValue;
import io.heddle.store.Store;
import io.heddle.store.memory.SharedMemory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The keys of a cluster are the same at each of its nodes.
final class SharedKeysTest {
    private static final String ROOT = "/keys/";

    private final SharedMemory memory = new SharedMemory();
    private final List<Store> lines = new ArrayList<>();
    private final KeyStore one = node(memory);
    private final KeyStore other = node(memory);

    private KeyStore node(SharedMemory shared) {
        Store line = shared.connect();
        lines.add(line);
        KeyStore keys = KeyStore.shared(ConsulSettings.standard().limits(), line, ROOT);
        keys.open();
        Await.until(() -> keys.revision() > 1);
        return keys;
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        lines.forEach(Store::close);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(KeyStore keys, String key) {
        return keys.get(key)
                .map(KeyValue::value)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .orElse("");
    }

    @Test
    void whatIsPutAtOneNodeIsReadAtAll() {
        assertTrue(one.put("app/a", bytes("1"), 7, Optional.empty()));
        other.reach(one.index("app/a", false), Duration.ofSeconds(20));

        assertEquals("1", text(one, "app/a"));
        assertEquals("1", text(other, "app/a"));
        assertEquals(one.get("app/a").orElseThrow().modifyIndex(), other.index("app/", true));
        assertEquals(7, other.get("app/a").orElseThrow().flags());
    }

    @Test
    void theStoreDecidesWhoWasFirst() throws InterruptedException {
        AtomicInteger won = new AtomicInteger();
        for (int round = 0; round < 20; round++) {
            String key = "key-" + round;
            List<Thread> threads = List.of(one, other).stream()
                    .map(keys -> Thread.ofVirtual().start(() -> {
                        if (keys.put(key, bytes("x"), 0, Optional.of(0L))) {
                            won.incrementAndGet();
                        }
                    }))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertEquals(20, won.get());
        long index = one.get("key-0").orElseThrow().modifyIndex();
        assertTrue(other.put("key-0", bytes("y"), 0, Optional.of(index)));
        assertTrue(!one.put("key-0", bytes("z"), 0, Optional.of(index)));
        assertTrue(!one.delete("key-0", Optional.of(index)));
    }

    @Test
    void aKeyThatLeavesMovesTheIndexEverywhere() {
        one.put("app/a", bytes("1"), 0, Optional.empty());
        one.put("app/b", bytes("2"), 0, Optional.empty());
        long before = one.index("app/", true);

        assertTrue(other.delete("app/a", Optional.empty()));
        other.deleteUnder("app/");

        Await.until(() -> one.under("app/").isEmpty() && one.index("app/", true) > before);
        assertEquals("", text(other, "app/a"));
        assertTrue(other.index("app/a", false) > before);
    }

    @Test
    void aNodeThatStartsLaterHasTheSameIndexes() {
        one.put("app/a", bytes("1"), 0, Optional.empty());
        one.put("app/a", bytes("2"), 0, Optional.empty());
        try (KeyStore late = node(memory)) {
            Await.until(() -> text(late, "app/a").equals("2"));
            KeyValue there = one.get("app/a").orElseThrow();
            KeyValue here = late.get("app/a").orElseThrow();
            assertEquals(there.modifyIndex(), here.modifyIndex());
            assertEquals(there.createIndex(), here.createIndex());
            assertTrue(here.createIndex() < here.modifyIndex());
        }
    }

    @Test
    void aStoreThatIsAwayIsReadOnAndWritesAreRefusedWithACode() {
        one.put("app/a", bytes("1"), 0, Optional.empty());
        ((SharedMemory.Line) lines.getFirst()).cut();

        assertEquals("1", text(one, "app/a"));
        String code = org.junit.jupiter.api.Assertions.assertThrows(
                        io.heddle.contract.error.ServiceException.class,
                        () -> one.put("app/a", bytes("2"), 0, Optional.empty()))
                .code();
        assertEquals("store_away", code);

        other.put("app/a", bytes("3"), 0, Optional.empty());
        ((SharedMemory.Line) lines.getFirst()).heal();
        Await.until(() -> text(one, "app/a").equals("3"));
    }
}
