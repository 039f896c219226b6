package io.heddle.registry;

import io.heddle.kit.server.ServerSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/// What a node of a cluster is called that was given no name.
final class NodeName {
    private NodeName() {}

    /// Its host and port; on any port, something that nobody else is called.
    static String of(ServerSettings serving) {
        boolean everywhere = serving.host().equals("0.0.0.0") || serving.host().equals("::");
        String host = everywhere ? machine() : serving.host();
        return host + ':' + (serving.port() == 0 ? UUID.randomUUID() : Integer.toString(serving.port()));
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return UUID.randomUUID().toString();
        }
    }
}
