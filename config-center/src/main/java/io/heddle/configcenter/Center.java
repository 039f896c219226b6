package io.heddle.configcenter;

import io.heddle.configcenter.access.Gate;
import io.heddle.configcenter.bundle.BundleFolder;
import io.heddle.configcenter.bundle.SeedFolder;
import io.heddle.configcenter.catalog.Catalog;
import io.heddle.configcenter.kv.KvRoutes;
import io.heddle.configcenter.release.Desk;
import io.heddle.configcenter.schema.Schemas;
import io.heddle.configcenter.secret.Vault;
import io.heddle.configcenter.spring.SpringRoutes;
import io.heddle.configcenter.store.ReleaseStore;
import io.heddle.configcenter.watch.EntryWatch;
import io.heddle.kit.access.Access;
import io.heddle.kit.configcenter.ConfigApiRoutes;
import io.heddle.kit.configcenter.edit.ConfigEditApiRoutes;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;

/// The rooms of a config centre put together. Opened once; closing it ends all but the watches, which end before.
final class Center implements AutoCloseable {
    private final CenterSettings settings;
    private final ReleaseStore store;
    private final Catalog catalog;
    private final EntryWatch watch;
    private final EditHandler editing;

    private Center(CenterSettings settings, ReleaseStore store, Optional<Path> data) {
        this.settings = settings;
        this.store = store;
        Vault vault = Vault.open(data.map(folder -> folder.resolve("config.keys")));
        AtomicReference<Catalog> known = new AtomicReference<>();
        this.watch = new EntryWatch(settings.watch(), known::get, new SplittableRandom());
        this.catalog = Catalog.open(store, vault, settings.poll(), watch::hear);
        known.set(catalog);
        this.editing = new EditHandler(
                new Desk(store, vault, catalog, new Schemas(), settings.maxValue(), InstantSource.system()));
    }

    /// Opens a centre over a store, and publishes its seed.
    ///
    /// @param data where its keys and the token files of seeded services are
    static Center open(CenterSettings settings, ReleaseStore store, Optional<Path> data) {
        Center center = new Center(settings, store, data);
        center.watch.open();
        settings.seed().map(Path::of).ifPresent(folder -> center.seed(folder, data));
        return center;
    }

    private void seed(Path folder, Optional<Path> data) {
        Optional<Path> tokens = data.map(kept -> kept.resolve("tokens"));
        new SeedFolder(new BundleFolder(folder), editing.bundles(), store)
                .publish(service -> tokens.ifPresent(to -> editing.given().keepFile(to, service)));
    }

    /// Sees to it that the data folder holds a token of those who give out tokens and keys.
    void keepAdminFile(Path data) {
        editing.given().keepAdminFile(data.resolve("tokens"));
    }

    /// The contracts and the plain route, behind what demands tokens.
    Routes routes(Access access) {
        Gate gate = new Gate(access, catalog, settings.access().openServices());
        return router -> {
            Router guarded = gate.guard(router);
            new ConfigApiRoutes(watch).addTo(guarded);
            new ConfigEditApiRoutes(editing).addTo(guarded);
            new ConfigRoute(catalog).addTo(guarded);
            new SpringRoutes(catalog).addTo(guarded);
            new KvRoutes(catalog, watch, settings.watch().longest()).addTo(guarded);
        };
    }

    Catalog catalog() {
        return catalog;
    }

    EntryWatch watch() {
        return watch;
    }

    @Override
    public void close() {
        catalog.close();
        store.close();
    }
}
