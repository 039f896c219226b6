package io.heddle.registry.consul;

import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.check.Check;
import io.heddle.registry.check.Checks;
import io.heddle.registry.consul.kv.KeyStore;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.lease.Leases;
import java.util.List;
import java.util.random.RandomGenerator;

/// The HTTP of Consul under `/v1`: agent, catalog, health, status and keys.
///
/// A service that registers here has no lease: its checks say how it is, and it stays until it is taken out or was
/// critical for as long as it allows. Errors are plain text.
public final class ConsulFacade implements Routes, AutoCloseable {
    private final Reads reads;
    private final Agent agent;
    private final Keys keys;
    private final KeyStore store;

    /// The rooms that it stands on.
    public record Around(Catalog catalog, Leases leases, Checks checks, RandomGenerator random) {}

    /// Makes it; nobody is told of a change before {@link #open}.
    ///
    /// @param store where its keys are
    public ConsulFacade(ConsulSettings settings, Around around, KeyStore store) {
        this.store = store;
        this.reads = new Reads(settings, around.catalog(), around.checks(), around.random());
        this.agent = new Agent(around.catalog(), around.leases(), around.checks(), reads, settings.datacenter());
        this.keys = new Keys(settings, store, around.random());
    }

    /// The checks that an instance which came through this facade asked for.
    public static List<Check> checks(Entry entry) {
        return Document.checks(entry);
    }

    /// Begins to tell of changes and to keep keys.
    public void open() {
        store.open();
        reads.open();
        keys.open();
    }

    /// How many queries wait for a change of services.
    public int waiting() {
        return reads.waiting();
    }

    @Override
    public void addTo(Router router) {
        agent.addTo(router);
        reads.addTo(router);
        keys.addTo(router);
    }

    /// The changes that old clients ask for by `GET`. Whoever puts a guard in front must demand of them what it demands
    /// of other changes.
    public Routes old() {
        return agent::addOld;
    }

    /// Ends every query that waits, and keeps the keys.
    @Override
    public void close() {
        reads.close();
        keys.close();
    }
}
