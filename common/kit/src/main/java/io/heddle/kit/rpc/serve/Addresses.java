package io.heddle.kit.rpc.serve;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Knows by which addresses this instance is called: those of the settings, and those that stand for the address that
/// a request came in at.
///
/// @param named those of the settings, as `host:port`
record Addresses(List<String> named) {
    /// Whether `host:port` is this instance. Asks for the address of a name, which Java keeps for a while.
    ///
    /// @param local where the request came in
    boolean own(String instance, InetSocketAddress local) {
        int colon = instance.lastIndexOf(':');
        boolean port = instance.substring(colon + 1).equals(Integer.toString(local.getPort()));
        return named.contains(instance)
                || (port && resolved(instance.substring(0, colon)).contains(local.getAddress()));
    }

    private static List<InetAddress> resolved(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
