package io.heddle.registry.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.heddle.registry.check.reach.ReachSettings;
import io.heddle.registry.probe.Probe.Sight;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProberTest {
    private static final int ANY_PORT = 9;

    private static Sight look(Predicate<InetAddress> allowed, String host, int port) {
        Probe probe = new TcpProbe(Duration.ofSeconds(5), allowed);
        AtomicReference<Sight> seen = new AtomicReference<>(Sight.SILENT);
        new Prober(ProbeSettings.standard(), probe, Runnable::run).look(host, port, seen::set);
        return seen.get();
    }

    @Test
    void seesWhoListensAndWhoDoesNot() throws Exception {
        Predicate<InetAddress> usual = ReachSettings.standard().allowed();
        int free;
        try (ServerSocket target = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = target.getLocalPort();
            assertEquals(Sight.REACHABLE, look(usual, "127.0.0.1", free));
        }
        assertEquals(Sight.REFUSED, look(usual, "127.0.0.1", free));
    }

    @Test
    void connectsToNothingThatChecksMayNot() throws Exception {
        Predicate<InetAddress> others =
                ReachSettings.standard().ranges(List.of("10.0.0.0/8")).allowed();
        try (ServerSocket target = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            target.setSoTimeout(300);

            assertEquals(Sight.UNTRIED, look(others, "localhost", target.getLocalPort()));
            assertThrows(SocketTimeoutException.class, target::accept);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "fe80::1", "100.100.100.200", "::ffff:169.254.169.254", "8.8.8.8"})
    void whereCloudsGiveSecretsOutAndThePublicNetworkAreNotLookedAt(String host) {
        assertEquals(Sight.UNTRIED, look(ReachSettings.standard().allowed(), host, ANY_PORT));
    }
}
