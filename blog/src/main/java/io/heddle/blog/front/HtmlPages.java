package io.heddle.blog.front;

import io.heddle.blog.article.ArticleApi.ArticleType;
import io.heddle.blog.blogger.BloggerApi.Blogger;
import io.heddle.blog.front.PageApi.Detail;
import io.heddle.blog.front.PageApi.Entry;
import io.heddle.blog.front.PageApi.Listing;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.html.Html;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import java.util.List;
import java.util.Optional;

/// The pages for people: `/` and `/read/{id}`. No script runs in them.
final class HtmlPages implements Routes {
    private static final String STYLE = """
            :root { color-scheme: light dark; font: 18px/1.6 Georgia, serif }
            body { max-width: 38rem; margin: 3rem auto; padding: 0 1rem }
            h1, h2 { line-height: 1.2; margin-bottom: 0 } a { color: inherit }
            small, nav, .note { font: 14px system-ui, sans-serif; opacity: .75 }
            .text { white-space: pre-wrap; overflow-wrap: anywhere } nav { display: flex; gap: 2rem }
            """;

    private final PageApi pages;

    HtmlPages(PageApi pages) {
        this.pages = pages;
    }

    @Override
    public void addTo(Router router) {
        router.add("GET", "/", "HtmlPages.list", this::list);
        router.add("GET", "/read/{id}", "HtmlPages.read", this::read);
    }

    private void list(Exchange exchange) {
        int page = exchange.query().optional("page", Scalar.INT).orElse(1);
        if (page < 1) {
            throw ServiceException.invalid("page", "must be at least 1");
        }
        Listing listing = pages.pages(
                exchange.query().optional("author", Scalar.LONG),
                exchange.query().optional("type", Scalar.LONG),
                page,
                Optional.empty());
        Html html = begin("The blog").markup("<main>").element("h1", "The blog");
        note(html, listing.missing());
        if (listing.entries().isEmpty()) {
            html.element("p", "There is nothing to read here yet.");
        }
        listing.entries().forEach(entry -> entry(html, entry));
        turn(html.markup("</main>"), listing);
        send(exchange, html);
    }

    private static void entry(Html html, Entry entry) {
        html.markup("<article><h2><a href=\"/read/" + entry.id() + "\">")
                .text(entry.title())
                .markup("</a></h2>");
        byline(html, entry.author(), entry.type());
        html.element("p", "text", entry.excerpt()).markup("</article>\n");
    }

    private static void turn(Html html, Listing listing) {
        html.markup("<nav>");
        if (listing.page() > 1) {
            html.markup("<a href=\"/?page=" + (listing.page() - 1) + "\">later</a>");
        }
        if ((long) listing.page() * listing.limit() < listing.total()) {
            html.markup("<a href=\"/?page=" + (listing.page() + 1) + "\">earlier</a>");
        }
        html.markup("</nav>\n");
    }

    private void read(Exchange exchange) {
        long id = exchange.path().one("id", Scalar.LONG);
        Detail detail = pages.detail(id).orElseThrow(() -> ServiceException.notFound("there is no article " + id));
        Html html = begin(detail.article().title())
                .markup("<nav><a href=\"/\">all articles</a></nav><main>")
                .element("h1", detail.article().title());
        byline(html, detail.author().map(Blogger::name), detail.type().map(ArticleType::title));
        note(html, detail.missing());
        html.element("p", "text", detail.article().content()).markup("</main>\n");
        send(exchange, html);
    }

    private static void byline(Html html, Optional<String> author, Optional<String> type) {
        html.element("small", type.map(title -> title + " by ").orElse("by ") + author.orElse("somebody"));
    }

    private static void note(Html html, List<String> missing) {
        if (!missing.isEmpty()) {
            html.element("p", "note", "Not to be had at the moment: " + String.join(", ", missing));
        }
    }

    private static Html begin(String title) {
        return new Html()
                .markup("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .element("title", title)
                .markup("<style>" + STYLE + "</style></head><body>\n");
    }

    private static void send(Exchange exchange, Html html) {
        exchange.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'");
        exchange.header("X-Content-Type-Options", "nosniff");
        exchange.raw(
                200, "text/html; charset=utf-8", html.markup("</body></html>\n").bytes());
    }
}
