package io.heddle.blog.article;

import io.heddle.blog.blogger.BloggerApi;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.contract.reply.Page;
import io.heddle.kit.config.Live;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Answers the contract.
final class ArticleHandler implements ArticleApi {
    private final ArticleStore store;
    private final BloggerApi bloggers;
    private final Live<ArticleSettings> settings;
    private final InstantSource clock;

    ArticleHandler(ArticleStore store, BloggerApi bloggers, Live<ArticleSettings> settings, InstantSource clock) {
        this.store = store;
        this.bloggers = bloggers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ArticleType addType(NewType type) {
        String description = type.description().orElse("");
        long id = store.addType(type.title(), description)
                .orElseThrow(() -> new TitleTakenException("the title " + type.title() + " is taken"));
        return new ArticleType(id, type.title(), description);
    }

    @Override
    public List<ArticleType> types(List<Long> id) {
        return store.types(id);
    }

    @Override
    public Article write(Draft draft) {
        if (bloggers.blogger(draft.authorId()).isEmpty()) {
            throw unknown("author_id", "must be the number of a blogger");
        }
        var written = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long id = store.add(draft, written).orElseThrow(ArticleHandler::unknownType);
        return new Article(id, draft.authorId(), draft.typeId(), draft.title(), draft.content(), written);
    }

    private static ServiceException unknownType() {
        return unknown("type_id", "must be the number of a type");
    }

    private static ServiceException unknown(String field, String must) {
        return new ServiceException(
                Status.UNPROCESSABLE_CONTENT,
                "unknown_" + field,
                field + ' ' + must,
                List.of(new Violation(field, must)));
    }

    @Override
    public Page<Article> list(Optional<Long> author, Optional<Long> type, int page, Optional<Integer> limit) {
        return store.list(
                author, type, page, limit.orElseGet(() -> settings.current().pageSize()));
    }

    @Override
    public Optional<Article> article(long id) {
        return store.find(id);
    }

    @Override
    public Article rewrite(long id, Draft draft) {
        Article known = store.find(id).orElseThrow(() -> missing(id));
        if (known.authorId() != draft.authorId()) {
            throw new ServiceException(
                    Status.CONFLICT,
                    "author_stays",
                    "author_id must be " + known.authorId() + ": the author of an article stays",
                    List.of(new Violation("author_id", "must be " + known.authorId())));
        }
        if (store.types(List.of(draft.typeId())).isEmpty()) {
            throw unknownType();
        }
        if (!store.change(id, draft)) {
            throw missing(id);
        }
        return new Article(id, known.authorId(), draft.typeId(), draft.title(), draft.content(), known.written());
    }

    @Override
    public void remove(long id) {
        if (!store.remove(id)) {
            throw missing(id);
        }
    }

    private static ServiceException missing(long id) {
        return ServiceException.notFound("there is no article " + id);
    }
}
