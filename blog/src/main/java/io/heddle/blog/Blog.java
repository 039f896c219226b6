package io.heddle.blog;

import io.heddle.blog.article.Articles;
import io.heddle.blog.blogger.Bloggers;
import io.heddle.blog.front.Front;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.config.Sources;

/// Starts one of the services of the blog: `blogger`, `article` or `controller`.
public final class Blog {
    private Blog() {}

    public static void main(String[] args) {
        start(args.length == 1 ? args[0] : "").await();
    }

    private static RunningService start(String name) {
        Sources sources = Sources.ofProcess().resource(name + ".yaml");
        return switch (name) {
            case "blogger" -> Bloggers.start(sources);
            case "article" -> Articles.start(sources);
            case "controller" -> Front.start(sources);
            default -> throw new IllegalArgumentException("name one service: blogger, article or controller");
        };
    }
}
