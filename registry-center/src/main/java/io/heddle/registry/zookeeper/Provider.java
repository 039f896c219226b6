package io.heddle.registry.zookeeper;

/// An instance as ZooKeeper names it.
///
/// @param service its name
/// @param host where it listens
/// @param port where it listens
record Provider(String service, String host, int port) {
    String url() {
        return "http://" + (host.indexOf(':') >= 0 ? '[' + host + ']' : host) + ':' + port;
    }
}
