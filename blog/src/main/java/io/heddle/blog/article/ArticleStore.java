package io.heddle.blog.article;

import io.heddle.blog.article.ArticleApi.Article;
import io.heddle.blog.article.ArticleApi.ArticleType;
import io.heddle.blog.article.ArticleApi.Draft;
import io.heddle.contract.reply.Page;
import io.heddle.db.Database;
import io.heddle.db.error.DuplicateKeyException;
import io.heddle.db.sql.Direction;
import io.heddle.db.sql.Select;
import io.heddle.db.sql.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The tables of articles and their types.
final class ArticleStore {
    private static final Table TYPES = Table.of("article_type", "id", "title", "description");
    private static final Table ARTICLES =
            Table.of("article", "id", "author_id", "type_id", "title", "content", "written");

    private final Database database;

    ArticleStore(Database database) {
        this.database = database;
    }

    /// @return the number of the new type, empty when the title is taken
    Optional<Long> addType(String title, String description) {
        try {
            return Optional.of(database.transaction(session ->
                    session.insert(TYPES.insert().value("title", title).value("description", description))));
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    List<ArticleType> types(List<Long> ids) {
        Select all = TYPES.select().orderBy("title", Direction.ASCENDING);
        return database.read(session -> session.list(ArticleType.class, ids.isEmpty() ? all : all.whereIn("id", ids)));
    }

    /// @return the number of the new article, empty when there is no such type
    Optional<Long> add(Draft draft, Instant written) {
        return database.transaction(session -> {
            Select type = TYPES.select("id").where("id", draft.typeId());
            if (session.one(Long.class, type).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(session.insert(ARTICLES.insert()
                    .value("author_id", draft.authorId())
                    .value("type_id", draft.typeId())
                    .value("title", draft.title())
                    .value("content", draft.content())
                    .value("written", written)));
        });
    }

    Page<Article> list(Optional<Long> author, Optional<Long> type, int page, int limit) {
        Select found = ARTICLES.select()
                .whereIf("author_id", author)
                .whereIf("type_id", type)
                .orderBy("id", Direction.DESCENDING);
        return database.read(session -> session.page(Article.class, found, page, limit));
    }

    Optional<Article> find(long id) {
        return database.read(
                session -> session.one(Article.class, ARTICLES.select().where("id", id)));
    }

    /// @return whether there was such an article
    boolean change(long id, Draft draft) {
        return database.transaction(session -> session.update(ARTICLES.update()
                        .set("type_id", draft.typeId())
                        .set("title", draft.title())
                        .set("content", draft.content())
                        .where("id", id)))
                > 0;
    }

    /// @return whether there was such an article
    boolean remove(long id) {
        return database.transaction(session -> session.update(ARTICLES.delete().where("id", id))) > 0;
    }
}
