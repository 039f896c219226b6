package io.heddle.registry;

import io.heddle.kit.json.Json;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import io.heddle.registry.admission.AdmissionSettings;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.catalog.CatalogSettings;
import io.heddle.registry.cluster.Cluster;
import io.heddle.registry.cluster.ClusterSettings;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.lease.LeaseSettings;
import io.heddle.registry.lease.Leases;
import io.heddle.registry.probe.Probe.Sight;
import io.heddle.registry.probe.ProbeSettings;
import io.heddle.registry.probe.Prober;
import io.heddle.store.memory.SharedMemory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Nodes without their HTTP side over one store in memory, under a clock that the test turns.
final class ClusterNodes implements AutoCloseable {
    final SharedMemory memory = new SharedMemory();
    volatile long millis = Instant.parse("2026-01-31T09:30:00Z").toEpochMilli();
    volatile Sight sight = Sight.REFUSED;

    private final List<Node> nodes = new ArrayList<>();

    /// One of them.
    final class Node {
        final SharedMemory.Line line = memory.connect();
        final Cluster cluster;
        final Catalog catalog;
        final Leases leases;

        private Node(String name, Duration fast) {
            Random random = new Random(name.hashCode());
            InstantSource clock = () -> Instant.ofEpochMilli(millis).plus(fast);
            cluster = Cluster.over(ClusterSettings.on("", name), line, clock, random);
            catalog = new Catalog(
                    new CatalogSettings(64, Duration.ZERO),
                    Json.strict(),
                    cluster.firstRevision(millis),
                    Cluster.STRIDE);
            Prober prober = new Prober(ProbeSettings.standard(), (_, _) -> sight, Runnable::run);
            leases = new Leases(
                    LeaseSettings.standard(),
                    AdmissionSettings.standard(),
                    catalog,
                    new Leases.Surroundings(clock, random, name.hashCode() * 77L, prober));
            cluster.start(leases.replica());
            nodes.add(this);
        }

        Map<String, InstanceStatus> view() {
            Map<String, InstanceStatus> view = new TreeMap<>();
            catalog.entries().forEach(entry -> view.put(entry.name() + ' ' + entry.service(), entry.status()));
            return view;
        }

        Entry entry(int port) {
            return catalog.find("calc", url(port)).orElseThrow();
        }

        long up(int port) {
            return leases.register(Registration.of("calc", url(port)));
        }

        /// Is cut off and ends without a word.
        void die() {
            nodes.remove(this);
            line.cut();
            cluster.close();
        }
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    Node node(String name) {
        return node(name, Duration.ZERO);
    }

    /// One whose clock is fast by that.
    Node node(String name, Duration fast) {
        return new Node(name, fast);
    }

    /// Is no longer turned, nor closed at the end.
    void forget(Node node) {
        nodes.remove(node);
    }

    void turn(Duration time) {
        for (long end = millis + time.toMillis(); millis < end; ) {
            millis += 100;
            nodes.forEach(node -> node.leases.tick());
        }
    }

    /// Until all nodes have seen the store for so long that they may draw conclusions.
    void settle() {
        for (Node node : nodes) {
            Await.until(() -> node.cluster.state().store().equals("up"));
        }
        turn(Duration.ofSeconds(6));
    }

    static void sees(int count, Node... some) {
        for (Node node : some) {
            Await.until(() -> node.catalog.size() == count);
            Await.until(() -> node.cluster.state().queue() == 0);
        }
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.cluster.close());
    }
}
