package io.heddle.blog.blogger;

import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.db.migration.Migrations;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Sources;
import io.heddle.kit.json.Json;
import io.heddle.kit.server.Routes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The service `blogger`.
public final class Bloggers {
    /// The most bloggers in the list that is not paged.
    private static final int OLD_LIST = 1000;

    private Bloggers() {}

    /// Migrates its tables and serves.
    public static RunningService start(Sources sources) {
        Service service = Service.of(
                "blogger", Map.of("database", DatabaseSettings.class, "blogger", BloggerSettings.class), sources);
        DatabaseSettings settings = service.settings("database", DatabaseSettings.class);
        Migrations.of("blogger").migrate(settings);
        Database database = Database.open(settings, service.traces(), service.metrics());
        BloggerStore store = new BloggerStore(database);
        Passwords passwords = new Passwords(service.settings("blogger", BloggerSettings.class));
        return service.serve(BloggerApi.class, new BloggerHandler(store, passwords, InstantSource.system()))
                .routes(oldList(store))
                .closing(database)
                .start();
    }

    /// `POST /blogger` as chili had it: the bare list, whatever the body says.
    private static Routes oldList(BloggerStore store) {
        Json json = Json.strict();
        return router -> router.add(
                "POST",
                "/blogger",
                "OldBlogger.list",
                exchange -> exchange.raw(
                        200,
                        "application/json",
                        json.write(store.list(List.of(), 1, OLD_LIST).items())));
    }
}
