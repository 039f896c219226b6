package io.heddle.blog.article;

import io.heddle.contract.Delete;
import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.Put;
import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.contract.log.Logged;
import io.heddle.contract.reply.Page;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is written.
@HttpApi("article")
public interface ArticleApi {
    /// Adds a type of articles.
    @Post("/types")
    ArticleType addType(NewType type) throws TitleTakenException;

    /// The types in the order of their titles.
    ///
    /// @param id only these, at most a hundred; all when none is named
    @Get("/types")
    List<ArticleType> types(@Size(max = 100) List<Long> id);

    /// Writes an article.
    @Post("/articles")
    @Logged(type = "blog", category = "article", description = "an article is written")
    Article write(Draft draft);

    /// Articles, the latest first.
    ///
    /// @param author only those of this blogger
    /// @param type only those of this type
    /// @param page the number of the page, the first is 1
    /// @param limit the most articles on a page; the page size of the settings when absent
    @Get("/articles")
    Page<Article> list(
            Optional<Long> author,
            Optional<Long> type,
            @Default("1") @Bounds(min = 1, max = 1_000_000) int page,
            @Bounds(min = 1, max = 100) Optional<Integer> limit);

    /// One article.
    @Get("/articles/{id}")
    Optional<Article> article(long id);

    /// Writes an article anew; its author stays.
    @Put("/articles/{id}")
    Article rewrite(long id, Draft draft);

    /// Takes an article away.
    @Delete("/articles/{id}")
    void remove(long id);

    /// A kind of article.
    ///
    /// @param id the number
    /// @param title the name, unique
    /// @param description what belongs to it
    record ArticleType(long id, String title, String description) {}

    /// A new kind.
    ///
    /// @param title the name
    /// @param description what belongs to it
    record NewType(@NotBlank @Size(max = 50) String title, Optional<@Size(max = 1000) String> description) {}

    /// An article.
    ///
    /// @param id the number
    /// @param authorId who wrote it
    /// @param typeId what kind it is
    /// @param title the title
    /// @param content the text
    /// @param written when it was first written
    record Article(long id, long authorId, long typeId, String title, String content, Instant written) {}

    /// What an author hands in.
    ///
    /// @param authorId who writes it
    /// @param typeId what kind it is
    /// @param title the title
    /// @param content the text
    record Draft(
            @Positive long authorId,
            @Positive long typeId,
            @NotBlank @Size(max = 100) String title,
            @NotBlank @Size(max = 100_000) String content) {}
}
