package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.server.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EventsTest {
    private final RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), CenterSettings.standard());
    private final Http http = new Http(registry.port());

    @AfterEach
    void close() {
        http.close();
        registry.close();
    }

    @Test
    void beginsWithTheStateAndGoesOnWithTheChanges() {
        http.register("calc", 1);
        try (Sse events = Sse.open(registry.port(), "/events?services=calc,blog")) {
            assertTrue(events.first().contains("\"full\":true"));
            assertTrue(events.first().contains("http://127.0.0.1:1"));

            http.register("other", 5);
            http.register("blog", 2);

            String change = events.next();
            assertTrue(change.contains("\"full\":false"));
            assertTrue(change.contains("http://127.0.0.1:2"));
            assertFalse(change.contains("http://127.0.0.1:5"));
        }
    }

    @Test
    void goesOnWhereTheLastStreamEnded() {
        http.register("calc", 1);
        String last;
        try (Sse events = Sse.open(registry.port(), "/events?services=calc")) {
            last = events.id();
        }
        assertEquals(registry.catalog().revision(), Long.parseLong(last));
        http.register("calc", 2);

        try (Sse events = Sse.open(registry.port(), "/events?services=calc", "Last-Event-ID: " + last + "\r\n")) {
            assertTrue(events.first().contains("\"full\":false"), events.first());
            assertTrue(events.first().contains("http://127.0.0.1:2"));
            assertFalse(events.first().contains("http://127.0.0.1:1\""));
        }
    }

    @Test
    void tellsOfAnInstanceThatLeft() {
        long token = http.register("calc", 1).token();
        try (Sse events = Sse.open(registry.port(), "/events?services=calc")) {
            http.send("DELETE", "/leases/" + token, null);

            assertTrue(events.next().contains("\"gone\":{\"calc\":[\"http://127.0.0.1:1\"]}"));
        }
    }

    @Test
    void aStreamThatEndsMakesItsInstanceSuspectAndThenGone() throws IOException {
        int port;
        try (ServerSocket dead = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = dead.getLocalPort();
        }
        long token = http.register("calc", port).token();
        try (Sse watcher = Sse.open(registry.port(), "/events?services=calc")) {
            long began = System.nanoTime();
            Sse.open(registry.port(), "/events?services=calc&lease=" + token).close();

            String seen = watcher.next();
            if (seen.contains("SUSPECT")) {
                seen = watcher.next();
            }
            System.out.printf("a dead instance is gone after %.1f ms%n", (System.nanoTime() - began) / 1e6);
            assertTrue(seen.contains("\"gone\":{\"calc\""), seen);
        }
    }

    @Test
    void anInstanceThatOnlyLostItsStreamIsUpAgain() throws IOException {
        try (ServerSocket alive = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Sse watcher = Sse.open(registry.port(), "/events?services=calc")) {
            long token = http.register("calc", alive.getLocalPort()).token();
            watcher.next();

            Sse.open(registry.port(), "/events?services=calc&lease=" + token).close();

            String seen = watcher.next();
            if (seen.contains("SUSPECT")) {
                seen = watcher.next();
            }
            assertTrue(seen.contains("\"status\":\"UP\""), seen);
        }
    }

    @Test
    void theLastStreamOfALeaseCountsAndNotTheFirst() {
        long token = http.register("calc", 1).token();
        Sse first = Sse.open(registry.port(), "/events?services=calc&lease=" + token);
        try (Sse second = Sse.open(registry.port(), "/events?services=calc,blog&lease=" + token)) {
            first.close();
            http.register("blog", 2);

            assertTrue(second.next().contains("http://127.0.0.1:2"));
            assertEquals(
                    "UP",
                    http.get("/service/calc").data().path(0).path("status").asString());
        }
        Await.until(() -> http.get("/service/calc").status() == 404);
    }

    @Test
    void aRegistryThatStopsSuspectsNobody() {
        long token = http.register("calc", 1).token();
        try (Sse events = Sse.open(registry.port(), "/events?services=calc&lease=" + token)) {
            registry.close();

            assertEquals("null", events.next());
            assertEquals(1, registry.catalog().count("calc"));
        }
    }
}
