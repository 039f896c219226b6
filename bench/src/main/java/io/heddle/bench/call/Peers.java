package io.heddle.bench.call;

import io.heddle.kit.client.ClientSettings.TransportKind;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// All clients that this process can measure.
final class Peers {
    private Peers() {}

    static List<Peer> all() {
        Stream<Peer> own = Stream.of(
                new GeneratedPeer("generated-http1", TransportKind.HTTP1),
                TransportPeer.http1(),
                new SocketPeer(),
                new GeneratedPeer("generated-webclient", TransportKind.WEBCLIENT),
                TransportPeer.webClient(),
                new JdkPeer());
        return Stream.concat(own, ServiceLoader.load(Peer.class).stream().map(ServiceLoader.Provider::get))
                .toList();
    }

    static Peer named(String name) {
        return all().stream()
                .filter(peer -> peer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no client " + name));
    }
}
