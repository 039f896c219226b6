package io.heddle.blog;

import io.heddle.blog.article.ArticleApi;
import io.heddle.blog.blogger.BloggerApi;
import io.heddle.blog.front.PageApi;
import io.heddle.testkit.golden.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The contracts as others see them, committed so that a change of them is seen.
final class OpenApiTest {
    @Test
    void theDocumentsAreThoseThatAreCommitted() {
        Golden.document(Path.of("blogger.openapi.json"), "blogger", BloggerApi.class);
        Golden.document(Path.of("article.openapi.json"), "article", ArticleApi.class);
        Golden.document(Path.of("controller.openapi.json"), "controller", PageApi.class);
    }
}
