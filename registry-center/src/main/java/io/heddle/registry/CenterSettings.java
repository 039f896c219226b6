package io.heddle.registry;

import io.heddle.kit.watch.WatchSettings;
import io.heddle.registry.access.AccessSettings;
import io.heddle.registry.admission.AdmissionSettings;
import io.heddle.registry.catalog.CatalogSettings;
import io.heddle.registry.check.CheckSettings;
import io.heddle.registry.cluster.ClusterSettings;
import io.heddle.registry.consul.ConsulSettings;
import io.heddle.registry.lease.LeaseSettings;
import io.heddle.registry.probe.ProbeSettings;
import io.heddle.registry.snapshot.StoreSettings;
import io.heddle.registry.zookeeper.ZooKeeperSettings;
import java.nio.file.Path;

/// All settings of a registry beside those that every service has.
///
/// @param admission what may be registered
/// @param catalog what is remembered of changes
/// @param lease how services are protected
/// @param probe how suspects are probed
/// @param check how instances are checked that do not beat
/// @param consul what clients of Consul find
/// @param watch how it is watched
/// @param store where it keeps its files
/// @param access the tokens it demands
/// @param cluster how it takes part in a cluster
/// @param zookeeper how it takes part in a ZooKeeper in which others find each other
public record CenterSettings(
        AdmissionSettings admission,
        CatalogSettings catalog,
        LeaseSettings lease,
        ProbeSettings probe,
        CheckSettings check,
        ConsulSettings consul,
        WatchSettings watch,
        StoreSettings store,
        AccessSettings access,
        ClusterSettings cluster,
        ZooKeeperSettings zookeeper) {
    /// Those of a registry of one node.
    public CenterSettings(
            AdmissionSettings admission,
            CatalogSettings catalog,
            LeaseSettings lease,
            ProbeSettings probe,
            CheckSettings check,
            ConsulSettings consul,
            WatchSettings watch,
            StoreSettings store,
            AccessSettings access) {
        this(
                admission,
                catalog,
                lease,
                probe,
                check,
                consul,
                watch,
                store,
                access,
                ClusterSettings.none(),
                ZooKeeperSettings.none());
    }

    /// What holds when nothing is set.
    public static CenterSettings standard() {
        return new CenterSettings(
                AdmissionSettings.standard(),
                CatalogSettings.standard(),
                LeaseSettings.standard(),
                ProbeSettings.standard(),
                CheckSettings.standard(),
                ConsulSettings.standard(),
                WatchSettings.standard(),
                StoreSettings.none(),
                AccessSettings.standard());
    }

    /// The same with its files in that folder, unless another is set.
    CenterSettings keptIn(Path folder) {
        return store.folder().isPresent()
                ? this
                : new CenterSettings(
                        admission,
                        catalog,
                        lease,
                        probe,
                        check,
                        consul,
                        watch,
                        StoreSettings.in(folder),
                        access,
                        cluster,
                        zookeeper);
    }

    /// The same as a node of a cluster.
    public CenterSettings with(ClusterSettings settings) {
        return new CenterSettings(
                admission, catalog, lease, probe, check, consul, watch, store, access, settings, zookeeper);
    }
}
