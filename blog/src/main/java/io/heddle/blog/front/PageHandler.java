package io.heddle.blog.front;

import io.heddle.blog.article.ArticleApi;
import io.heddle.blog.article.ArticleApi.Article;
import io.heddle.blog.article.ArticleApi.ArticleType;
import io.heddle.blog.blogger.BloggerApi;
import io.heddle.blog.blogger.BloggerApi.Blogger;
import io.heddle.contract.reply.Page;
import io.heddle.kit.task.Deadline;
import io.heddle.kit.task.Fanout;
import io.heddle.kit.task.Fanout.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the contract: the articles first, then authors and types side by side.
final class PageHandler implements PageApi {
    private static final Logger LOG = LoggerFactory.getLogger(PageHandler.class);

    private final ArticleApi articles;
    private final BloggerApi bloggers;
    private final FrontSettings settings;

    PageHandler(ArticleApi articles, BloggerApi bloggers, FrontSettings settings) {
        this.articles = articles;
        this.bloggers = bloggers;
        this.settings = settings;
    }

    @Override
    public Listing pages(Optional<Long> author, Optional<Long> type, int page, Optional<Integer> limit) {
        Page<Article> found = articles.list(author, type, page, limit);
        Around around = around(found.items());
        List<Entry> entries = found.items().stream()
                .map(article -> new Entry(
                        article.id(),
                        article.title(),
                        excerpt(article.content()),
                        around.author(article).map(Blogger::name),
                        around.type(article).map(ArticleType::title)))
                .toList();
        return new Listing(entries, found.total(), found.page(), found.limit(), around.missing());
    }

    @Override
    public Optional<Detail> detail(long id) {
        return articles.article(id).map(article -> {
            Around around = around(List.of(article));
            return new Detail(article, around.author(article), around.type(article), around.missing());
        });
    }

    private String excerpt(String content) {
        int end = content.offsetByCodePoints(
                0, Math.min(settings.excerpt(), content.codePointCount(0, content.length())));
        return content.substring(0, end);
    }

    /// What stands around some articles.
    private record Around(Map<Long, Blogger> authors, Map<Long, ArticleType> types, List<String> missing) {
        Optional<Blogger> author(Article article) {
            return Optional.ofNullable(authors.get(article.authorId()));
        }

        Optional<ArticleType> type(Article article) {
            return Optional.ofNullable(types.get(article.typeId()));
        }
    }

    private Around around(List<Article> found) {
        List<Long> authors = distinct(found, Article::authorId);
        List<Long> types = distinct(found, Article::typeId);
        if (found.isEmpty()) {
            return new Around(Map.of(), Map.of(), List.of());
        }
        List<Outcome<Part>> parts = Fanout.each(
                Deadline.in(settings.patience()),
                List.<Callable<Part>>of(
                        () -> new Part.Authors(
                                bloggers.list(authors, 1, authors.size()).items()),
                        () -> new Part.Types(articles.types(types))));
        return gathered(parts);
    }

    private static List<Long> distinct(List<Article> found, ToLongFunction<Article> id) {
        return found.stream().mapToLong(id).distinct().sorted().boxed().toList();
    }

    private static Around gathered(List<Outcome<Part>> parts) {
        Map<Long, Blogger> authors = Map.of();
        Map<Long, ArticleType> types = Map.of();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Outcome.Done<Part>(Part.Authors(var all)) ->
                    authors = all.stream().collect(Collectors.toMap(Blogger::id, blogger -> blogger));
                case Outcome.Done<Part>(Part.Types(var all)) ->
                    types = all.stream().collect(Collectors.toMap(ArticleType::id, type -> type));
                case Outcome.Failed<Part>(var cause) -> {
                    missing.add(Part.NAMES.get(i));
                    LOG.atWarn()
                            .addKeyValue("part", Part.NAMES.get(i))
                            .setCause(cause)
                            .log("a page goes without a part");
                }
            }
        }
        return new Around(authors, types, missing);
    }

    /// One of the lookups that run side by side.
    private sealed interface Part {
        List<String> NAMES = List.of("author", "type");

        record Authors(List<Blogger> all) implements Part {}

        record Types(List<ArticleType> all) implements Part {}
    }
}
