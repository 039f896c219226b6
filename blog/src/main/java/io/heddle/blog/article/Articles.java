package io.heddle.blog.article;

import io.heddle.blog.blogger.BloggerApi;
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

/// The service `article`.
public final class Articles {
    private static final int OLD_LIST = 100;

    private Articles() {}

    /// Migrates its tables and serves.
    public static RunningService start(Sources sources) {
        Service service = Service.of(
                "article", Map.of("database", DatabaseSettings.class, "article", ArticleSettings.class), sources);
        DatabaseSettings settings = service.settings("database", DatabaseSettings.class);
        Migrations.of("article").migrate(settings);
        Database database = Database.open(settings, service.traces(), service.metrics());
        BloggerApi bloggers = service.client(BloggerApi.class);
        ArticleHandler handler = new ArticleHandler(
                new ArticleStore(database),
                bloggers,
                service.live("article", ArticleSettings.class),
                InstantSource.system());
        return service.serve(ArticleApi.class, handler)
                .routes(oldArticle(bloggers))
                .closing(database)
                .start();
    }

    /// `GET /article` as chili had it: `data` with the list that the service blogger gives, and no envelope.
    private static Routes oldArticle(BloggerApi bloggers) {
        Json json = Json.strict();
        return router -> router.add(
                "GET",
                "/article",
                "OldArticle.list",
                exchange -> exchange.raw(
                        200,
                        "application/json",
                        json.write(Map.of(
                                "data", bloggers.list(List.of(), 1, OLD_LIST).items()))));
    }
}
