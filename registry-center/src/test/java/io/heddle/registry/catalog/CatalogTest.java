package io.heddle.registry.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.json.Json;
import io.heddle.kit.registry.Changes;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.entry.Details;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class CatalogTest {
    private static final Details DETAILS = new Details("", "", Duration.ofSeconds(10), Map.of(), List.of());

    private final Catalog catalog = new Catalog(new CatalogSettings(16, Duration.ofMillis(10)), Json.strict(), 100);

    private Entry put(String name, int port) {
        Entry entry = new Entry(
                name,
                "http://127.0.0.1:" + port,
                DETAILS,
                InstanceStatus.UP,
                false,
                100,
                1000,
                Origin.NATIVE,
                () -> 2000);
        catalog.put(entry);
        return entry;
    }

    @Test
    void eachChangeHasARevisionOfItsOwn() {
        Entry entry = put("calc", 1);
        assertEquals(101, catalog.revision());
        catalog.remove(entry);
        assertEquals(102, catalog.revision());
        catalog.remove(entry);
        assertEquals(102, catalog.revision());
    }

    @Test
    void saysWhatChangedSinceARevision() {
        put("calc", 1);
        Entry second = put("calc", 2);
        put("blog", 3);
        catalog.remove(second);

        Changes changes = catalog.changes(Set.of("calc"), 101);

        assertFalse(changes.full());
        assertEquals(104, changes.revision());
        assertEquals(Map.of(), changes.services());
        assertEquals(Map.of("calc", List.of("http://127.0.0.1:2")), changes.gone());
    }

    @Test
    void givesThePresentStateToOneWhoIsTooFarBehind() {
        for (int port = 1; port <= 17; port++) {
            put("calc", port);
        }

        assertFalse(catalog.changes(Set.of("calc"), 101).full());
        assertTrue(catalog.changes(Set.of("calc"), 100).full());
        assertEquals(
                17,
                catalog.changes(Set.of("calc"), 100)
                        .services()
                        .getOrDefault("calc", List.of())
                        .size());
    }

    @Test
    void givesThePresentStateToOneWhoComesFromAnotherRegistry() {
        put("calc", 1);

        Changes changes = catalog.changes(Set.of("calc", "blog"), 5000);

        assertTrue(changes.full());
        assertEquals(101, changes.revision());
        assertEquals(List.of(), changes.services().get("blog"));
    }

    @Test
    void makesTheBytesOnceForEachRevision() {
        put("calc", 1);
        byte[] bytes = catalog.service("calc").json();

        put("blog", 2);
        assertSame(bytes, catalog.service("calc").json());
        put("calc", 3);

        String text = new String(catalog.service("calc").json(), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("{\"code\":0,\"data\":[{\"name\":\"calc\""), text);
        assertTrue(text.contains("127.0.0.1:3"));
    }

    @Test
    void aReaderAlwaysSeesWhatWasWrittenBefore() {
        for (int port = 1; port <= 50; port++) {
            put("calc", port);
            String text = new String(catalog.services().json(), StandardCharsets.UTF_8);
            assertTrue(text.contains("127.0.0.1:" + port + '"'), "change " + port);
        }
    }

    @Test
    void compressesWhatIsWorthIt() throws IOException {
        put("calc", 1);
        assertEquals(0, catalog.services().gzip().length);
        for (int port = 2; port <= 50; port++) {
            put("calc", port);
        }
        var ready = catalog.services();

        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(ready.gzip()))) {
            assertArrayEquals(ready.json(), gzip.readAllBytes());
        }
    }

    @Test
    void anEmptyCatalogIsAnEmptyObject() {
        assertEquals("{\"code\":0,\"data\":{}}", new String(catalog.services().json(), StandardCharsets.UTF_8));
    }

    @Test
    void tellsOfEveryChange() {
        List<String> heard = new ArrayList<>();
        catalog.listen((name, revision) -> heard.add(name));

        Entry entry = put("calc", 1);
        catalog.remove(entry);

        assertEquals(List.of("calc", "calc"), heard);
    }
}
