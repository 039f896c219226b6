package io.heddle.bench.call;

import io.heddle.kit.client.ClientSettings.TransportKind;
import io.heddle.kit.rpc.RpcSettings;
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

    /// Those that need a server that does what it is asked, see {@link GreetServer}.
    static List<Peer> named() {
        return List.of(
                new ByNamePeer("by-name", RpcSettings.standard()),
                new ByNamePeer("by-name-signed", RpcSettings.standard().secretOf("greeter", GreetServer.SECRET)));
    }

    static Peer named(String name) {
        return Stream.concat(all().stream(), named().stream())
                .filter(peer -> peer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no client " + name));
    }
}
