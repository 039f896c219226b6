package io.heddle.blog.front;

import io.heddle.blog.article.ArticleApi;
import io.heddle.blog.blogger.BloggerApi;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Sources;
import java.util.Map;

/// The service `controller`.
public final class Front {
    private Front() {}

    /// Serves.
    public static RunningService start(Sources sources) {
        Service service = Service.of("controller", Map.of("front", FrontSettings.class), sources);
        PageApi pages = new PageHandler(
                service.client(ArticleApi.class),
                service.client(BloggerApi.class),
                service.settings("front", FrontSettings.class));
        return service.serve(PageApi.class, pages).routes(new HtmlPages(pages)).start();
    }
}
