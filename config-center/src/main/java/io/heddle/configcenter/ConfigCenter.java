package io.heddle.configcenter;

import io.heddle.configcenter.store.ReleaseStore;
import io.heddle.configcenter.store.SqlStore;
import io.heddle.configcenter.store.shared.SharedStore;
import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.db.migration.Migrations;
import io.heddle.kit.access.Access;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Sources;
import io.heddle.kit.configcenter.ConfigApi;
import io.heddle.kit.configcenter.edit.ConfigEditApi;
import io.heddle.kit.server.ServerSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Starts the config centre.
public final class ConfigCenter {
    private static final String NAME = "config-center";
    private static final Map<String, Class<? extends Record>> SECTIONS =
            Map.of("center", CenterSettings.class, "database", DatabaseSettings.class);

    private ConfigCenter() {}

    /// Serves; or, when it is told to `export` or `import`, moves the files of a folder.
    public static void main(String[] args) {
        if (args.length == 0) {
            start(Service.named(NAME, SECTIONS)).await();
        } else {
            FileCommand.of(args).run(System.out);
        }
    }

    /// A centre whose settings come from elsewhere, as in a test.
    public static RunningService start(Sources sources) {
        return start(Service.of(NAME, SECTIONS, sources));
    }

    private static RunningService start(Service service) {
        CenterSettings settings = service.settings("center", CenterSettings.class);
        ServerSettings serving = service.settings("server", ServerSettings.class);
        Optional<Path> data = service.data();
        Access access = settings.access().access(serving.host(), data);
        Center center = Center.open(settings, store(service, settings), data);
        if (access.open()) {
            data.ifPresent(center::keepAdminFile);
        }
        service.metrics().gauge("config.watchers", center.watch()::count);
        service.metrics().gauge("config.published.revision", center.catalog()::revision);
        service.check("catalog", center.catalog()::upToDate);
        return service.document(ConfigApi.class)
                .document(ConfigEditApi.class)
                .routes(center.routes(access, serving.tls().on()))
                .closing(center)
                .closingFirst(center.watch())
                .start();
    }

    /// The store that the nodes share, if one is set; else the database.
    private static ReleaseStore store(Service service, CenterSettings settings) {
        if (!settings.store().isEmpty()) {
            return SharedStore.open(settings.store(), settings.storeAccess(), settings.namespace(), settings.keeping());
        }
        DatabaseSettings database = database(service);
        Migrations.of(NAME).migrate(database);
        return new SqlStore(Database.open(database, service.traces(), service.metrics()), settings.keeping());
    }

    /// The database that is set; else a file in the data folder, or one in memory when there is none.
    private static DatabaseSettings database(Service service) {
        DatabaseSettings set = service.settings("database", DatabaseSettings.class);
        return set.url().equals("jdbc:h2:")
                ? service.data()
                        .map(folder -> DatabaseSettings.inFile(folder.resolve("config")))
                        .orElseGet(() -> DatabaseSettings.inMemory("config-" + System.nanoTime()))
                : set;
    }
}
