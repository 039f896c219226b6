package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.watch.WatchSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// One who polls and goes away leaves its place to others.
final class GoneTest {
    private static final String POLL = "/watch?services=calc&wait=";

    private static CenterSettings forOneWatcher() {
        CenterSettings usual = CenterSettings.standard();
        WatchSettings one =
                new WatchSettings(1, 200, Duration.ofMinutes(5), Duration.ofSeconds(15), Duration.ofMillis(5));
        return new CenterSettings(
                usual.admission(),
                usual.catalog(),
                usual.lease(),
                usual.probe(),
                usual.check(),
                usual.consul(),
                one,
                usual.store(),
                usual.access());
    }

    @Test
    void aPollWhosePeerIsGoneEndsAtOnce() throws IOException {
        try (RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), forOneWatcher());
                Http http = new Http(registry.port())) {
            String since = "&since=" + registry.catalog().revision();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), registry.port())) {
                String request = "GET " + POLL + "5m" + since + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                Await.until(() -> http.get("/").body().contains(" 1 watchers"));
                assertEquals(429, http.get(POLL + "0s" + since).status());
            }
            Await.until(() -> http.get(POLL + "0s" + since).status() == 200);
            assertEquals(200, http.get(POLL + "0s" + since).status());
        }
    }
}
