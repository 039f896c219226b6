package io.heddle.blog.front;

import io.heddle.blog.article.ArticleApi.Article;
import io.heddle.blog.article.ArticleApi.ArticleType;
import io.heddle.blog.blogger.BloggerApi.Blogger;
import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.util.List;
import java.util.Optional;

/// What readers see.
@HttpApi("controller")
public interface PageApi {
    /// A list of articles, the latest first, with who wrote them and what kind they are.
    ///
    /// @param author only those of this blogger
    /// @param type only those of this type
    /// @param page the number of the page, the first is 1
    /// @param limit the most articles on a page; what the service `article` is set to when absent
    @Get("/pages")
    Listing pages(
            Optional<Long> author,
            Optional<Long> type,
            @Default("1") @Bounds(min = 1, max = 1_000_000) int page,
            @Bounds(min = 1, max = 100) Optional<Integer> limit);

    /// One article with who wrote it and what kind it is.
    @Get("/pages/{id}")
    Optional<Detail> detail(long id);

    /// A list.
    ///
    /// @param entries the articles of this page
    /// @param total how many there are on all pages
    /// @param page the number of this page
    /// @param limit the most on a page
    /// @param missing what could not be had: `author`, `type`
    record Listing(List<Entry> entries, long total, int page, int limit, List<String> missing) {
        /// Copies the lists in.
        public Listing {
            entries = List.copyOf(entries);
            missing = List.copyOf(missing);
        }
    }

    /// An article in a list.
    ///
    /// @param id its number
    /// @param title its title
    /// @param excerpt how it begins
    /// @param author the name of its author, absent when not known
    /// @param type the title of its type, absent when not known
    record Entry(long id, String title, String excerpt, Optional<String> author, Optional<String> type) {}

    /// An article.
    ///
    /// @param article the article
    /// @param author its author, absent when not known
    /// @param type its type, absent when not known
    /// @param missing what could not be had: `author`, `type`
    record Detail(Article article, Optional<Blogger> author, Optional<ArticleType> type, List<String> missing) {
        /// Copies the list in.
        public Detail {
            missing = List.copyOf(missing);
        }
    }
}
