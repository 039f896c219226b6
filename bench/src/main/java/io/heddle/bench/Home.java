package io.heddle.bench;

import java.nio.file.Path;

/// Where things are.
///
/// @param folder the top folder of the sources
record Home(Path folder) {
    Path results() {
        return folder.resolve("bench/results");
    }

    Path jar(String service) {
        return folder.resolve(service + "/target/" + service + ".jar");
    }

    /// The jar of a peer, which bench.sh has built if it could.
    Path peer(String name) {
        return folder.resolve("bench/peers/" + name + "/target/" + name + ".jar");
    }
}
