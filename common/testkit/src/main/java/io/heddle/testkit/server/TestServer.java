package io.heddle.testkit.server;

import java.nio.file.Path;

/// A server program that a test has started. Closing it kills it and removes its folder. Any thread may use it.
public interface TestServer extends AutoCloseable {
    /// A Redis with nothing in it that writes every command to its log before it answers (`appendfsync always`).
    static TestServer redis() {
        return Programs.redis();
    }

    /// An etcd of one node with nothing in it.
    static TestServer etcd() {
        return etcd("127.0.0.1");
    }

    /// The same on another address of this machine.
    static TestServer etcd(String host) {
        return Programs.etcd(host);
    }

    /// An etcd of one node with nothing in it, on TLS.
    ///
    /// @param key the file with its private key (PEM)
    /// @param certificate the file with its certificate (PEM)
    static TestServer etcd(Path key, Path certificate) {
        return Programs.etcd(key, certificate);
    }

    /// A ZooKeeper of one node with nothing in it, whose sessions may be as short as a second.
    static TestServer zooKeeper() {
        return Programs.zooKeeper();
    }

    /// A Zipkin that keeps spans in memory. Its jar is where the build of the kit puts it.
    static TestServer zipkin() {
        return Programs.zipkin();
    }

    /// A Prometheus that finds its targets as its configuration says.
    ///
    /// @param scrapeConfigs the list under `scrape_configs`, as YAML
    static TestServer prometheus(String scrapeConfigs) {
        return Programs.prometheus(scrapeConfigs);
    }

    /// Whether the Prometheus of this machine has a way to find targets; that of Debian was built with few of them.
    ///
    /// @param option such as `consul_sd_configs`
    static boolean prometheusKnows(String option) {
        return Programs.prometheusKnows(option);
    }

    /// The port of 127.0.0.1 that it listens on; the same after a restart.
    int port();

    /// What it has logged so far.
    String log();

    /// Whether its process runs.
    boolean alive();

    /// Kills it at once, as `kill -9` does, and waits until it is gone. What it has on disk stays.
    void kill();

    /// Asks it to end, as `kill` does, and waits until it is gone.
    void stop();

    /// Starts it again on the same port and folder, and waits until it answers.
    ///
    /// @throws IllegalStateException with its log when it does not
    void restart();

    /// Stops its clock, as `kill -STOP` does: a host that hangs.
    void pause();

    /// Lets it go on.
    void resume();

    @Override
    void close();
}
