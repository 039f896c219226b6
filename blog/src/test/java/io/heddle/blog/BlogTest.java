package io.heddle.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.blog.article.ArticleApi;
import io.heddle.blog.article.ArticleApi.Article;
import io.heddle.blog.article.ArticleApi.ArticleType;
import io.heddle.blog.article.ArticleApi.Draft;
import io.heddle.blog.article.ArticleApi.NewType;
import io.heddle.blog.article.Articles;
import io.heddle.blog.article.TitleTakenException;
import io.heddle.blog.blogger.BloggerApi;
import io.heddle.blog.blogger.BloggerApi.Blogger;
import io.heddle.blog.blogger.BloggerApi.Login;
import io.heddle.blog.blogger.BloggerApi.Registration;
import io.heddle.blog.blogger.Bloggers;
import io.heddle.blog.blogger.NameTakenException;
import io.heddle.blog.blogger.WrongLoginException;
import io.heddle.blog.front.Front;
import io.heddle.blog.front.PageApi;
import io.heddle.blog.front.PageApi.Detail;
import io.heddle.blog.front.PageApi.Listing;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.contract.reply.Page;
import io.heddle.kit.boot.RunningService;
import io.heddle.testkit.server.Schema;
import io.heddle.testkit.system.HeddleTest;
import io.heddle.testkit.system.OnMariaDb;
import io.heddle.testkit.system.TestSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The three services together, over real HTTP, found through a registry.
@HeddleTest
final class BlogTest {
    private static final String EMOJI = "Gr\u00fc\u00dfe \uD83D\uDE00 <b>'; DROP TABLE article; --";

    /// The services of one blog, and their clients.
    private record Running(RunningService blogger, BloggerApi bloggers, ArticleApi articles, PageApi pages) {
        static Running on(TestSystem system, Schema schema) {
            Map<String, String> settings = Map.of(
                    "config_center.urls",
                    "",
                    "config_center.required",
                    "",
                    "database.url",
                    schema.url(),
                    "database.user",
                    schema.user(),
                    "database.password",
                    schema.password());
            RunningService blogger = system.with(Bloggers.start(
                    system.sources(with(settings, "blogger.cost", "4")).resource("blogger.yaml")));
            system.with(Articles.start(
                    system.sources(with(settings, "article.page_size", "3")).resource("article.yaml")));
            system.with(Front.start(system.sources(Map.of("front.excerpt", "10", "config_center.urls", ""))
                    .resource("controller.yaml")));
            return new Running(
                    blogger,
                    system.client(BloggerApi.class),
                    system.client(ArticleApi.class),
                    system.client(PageApi.class));
        }

        private static Map<String, String> with(Map<String, String> settings, String key, String value) {
            Map<String, String> more = new HashMap<>(settings);
            more.put(key, value);
            return more;
        }

        Blogger ada() {
            return bloggers.register(new Registration("Ada", Optional.of("counts"), "correct horse"));
        }

        ArticleType science() {
            return articles.addType(new NewType("Science", Optional.empty()));
        }
    }

    @Test
    void worksOnH2(TestSystem system, Schema schema) {
        tellsAStory(Running.on(system, schema));
    }

    @Test
    void worksOnMariaDb(TestSystem system, @OnMariaDb Schema schema) {
        tellsAStory(Running.on(system, schema));
    }

    private static void tellsAStory(Running blog) {
        Blogger ada = blog.ada();
        ArticleType science = blog.science();
        List<Article> written = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> blog.articles.write(new Draft(ada.id(), science.id(), EMOJI + i, EMOJI.repeat(3))))
                .toList();

        Page<Article> first = blog.articles.list(Optional.of(ada.id()), Optional.of(science.id()), 1, Optional.empty());
        assertThat(first.items()).isEqualTo(written.reversed().subList(0, 3));
        assertThat(first.total()).isEqualTo(4);
        assertThat(first.limit()).isEqualTo(3);
        assertThat(blog.articles
                        .list(Optional.of(99L), Optional.empty(), 1, Optional.of(5))
                        .items())
                .isEmpty();
        assertThat(blog.bloggers.blogger(ada.id())).contains(ada);
        assertThat(blog.bloggers.list(List.of(ada.id(), 99L), 1, 20).items()).containsExactly(ada);

        Listing listing = blog.pages.pages(Optional.empty(), Optional.empty(), 2, Optional.empty());
        assertThat(listing.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.author()).contains("Ada");
            assertThat(entry.type()).contains("Science");
            assertThat(entry.excerpt()).isEqualTo("Gr\u00fc\u00dfe \uD83D\uDE00 <b");
        });
        assertThat(listing.missing()).isEmpty();

        Article changed =
                blog.articles.rewrite(written.getFirst().id(), new Draft(ada.id(), science.id(), "shorter", "text"));
        assertThat(blog.pages.detail(changed.id()))
                .contains(new Detail(changed, Optional.of(ada), Optional.of(science), List.of()));
        blog.articles.remove(changed.id());
        assertThat(blog.pages.detail(changed.id())).isEmpty();
    }

    @Test
    void aPageGoesWithoutTheAuthorWhenTheServiceBloggerIsDown(TestSystem system, Schema schema) {
        Running blog = Running.on(system, schema);
        Article article =
                blog.articles.write(new Draft(blog.ada().id(), blog.science().id(), "Notes", "on the engine"));
        blog.blogger.close();

        Detail detail = blog.pages.detail(article.id()).orElseThrow();

        assertThat(detail.author()).isEmpty();
        assertThat(detail.type()).isPresent();
        assertThat(detail.missing()).containsExactly("author");
    }

    @Test
    void aNameAndATitleAreTakenOnce(TestSystem system, Schema schema) {
        Running blog = Running.on(system, schema);
        blog.ada();
        blog.science();

        assertThatThrownBy(blog::ada).isInstanceOf(NameTakenException.class).hasMessage("the name Ada is taken");
        assertThatThrownBy(blog::science).isInstanceOf(TitleTakenException.class);
    }

    @Test
    void logsInWithTheRightPasswordOnly(TestSystem system, Schema schema) {
        Running blog = Running.on(system, schema);
        Blogger ada = blog.ada();

        assertThat(blog.bloggers.logIn(new Login("Ada", "correct horse"))).isEqualTo(ada);
        assertThatThrownBy(() -> blog.bloggers.logIn(new Login("Ada", "correct horsf")))
                .isInstanceOf(WrongLoginException.class);
        assertThatThrownBy(() -> blog.bloggers.logIn(new Login("Bob", "correct horse")))
                .isInstanceOf(WrongLoginException.class);
    }

    @Test
    void namesAllThatIsWrongWithARequest(TestSystem system, Schema schema) {
        Running blog = Running.on(system, schema);
        blog.science();

        assertViolations(
                () -> blog.bloggers.register(new Registration(" ", Optional.of("x".repeat(501)), "short")),
                "name",
                "about",
                "password");
        assertViolations(
                () -> blog.articles.write(new Draft(0, -1, "", "")), "author_id", "type_id", "title", "content");
        assertViolations(() -> blog.articles.write(new Draft(99, 1, "title", "content")), "author_id");
        long ada = blog.ada().id();
        assertViolations(() -> blog.articles.write(new Draft(ada, 99, "title", "content")), "type_id");
    }

    private static void assertViolations(Runnable call, String... fields) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ServiceException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(Status.UNPROCESSABLE_CONTENT);
            assertThat(refusal.violations().stream().map(Violation::field).distinct())
                    .containsExactlyInAnyOrder(fields);
        });
    }
}
