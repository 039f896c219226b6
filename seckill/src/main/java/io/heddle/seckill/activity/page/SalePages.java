package io.heddle.seckill.activity.page;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.html.Html;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.seckill.activity.insight.Insight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// The pages of the sales: `/` lists them, `/shop/{id}` is for buying, `/live/{id}` shows a sale as it goes on, fed by
/// the server-sent events of `/activities/{id}/live`. Scripts and styles come from this service alone.
public final class SalePages implements Routes {
    private static final JsonType<LiveSale> LIVE_SALE = new JsonType<>() {};
    private static final int MOST_LISTED = 200;
    /// The most who watch live at once.
    private static final int MOST_WATCHERS = 500;

    private static final Map<String, String> ASSETS = Map.of(
            "sale.css", "text/css; charset=utf-8",
            "shop.js", "text/javascript; charset=utf-8",
            "live.js", "text/javascript; charset=utf-8");

    private final Insight insight;
    private final Semaphore room = new Semaphore(MOST_WATCHERS);

    /// Makes the pages.
    public SalePages(Insight insight) {
        this.insight = insight;
    }

    @Override
    public void addTo(Router router) {
        router.add("GET", "/", "SalePages.list", this::list);
        router.add("GET", "/shop/{id}", "SalePages.shop", exchange -> page(exchange, "shop.html"));
        router.add("GET", "/live/{id}", "SalePages.live", exchange -> page(exchange, "live.html"));
        router.add("GET", "/page/{file}", "SalePages.asset", SalePages::asset);
        router.add("GET", "/activities/{id}/live", "SalePages.events", this::events);
    }

    private void list(Exchange exchange) {
        Html html = new Html()
                .markup("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sales</title>"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                        + "<link rel=\"stylesheet\" href=\"/page/sale.css\"></head><body><main><h1>Sales</h1>");
        List<LiveSale> all = insight.sales().stream()
                .limit(MOST_LISTED)
                .flatMap(id -> insight.look(id).stream())
                .map(LiveSale::of)
                .toList();
        if (all.isEmpty()) {
            html.element("p", "Nothing is on sale yet.");
        }
        html.markup("<ul class=\"sales\">");
        all.forEach(sale -> listed(html, sale));
        html.markup("</ul></main></body></html>\n");
        send(exchange, "text/html; charset=utf-8", html.bytes());
    }

    private static void listed(Html html, LiveSale sale) {
        html.markup("<li><a href=\"/shop/" + sale.id() + "\">")
                .element("strong", sale.name())
                .markup("</a> ")
                .element("span", "state " + sale.state().replace(' ', '-'), sale.state())
                .markup("<br>")
                .element("small", sale.available() + " of " + sale.units() + " left")
                .markup(" <a class=\"quiet\" href=\"/live/" + sale.id() + "\">live</a></li>\n");
    }

    private void page(Exchange exchange, String file) {
        find(exchange);
        send(exchange, "text/html; charset=utf-8", read(file));
    }

    private static void asset(Exchange exchange) {
        String file = exchange.path().one("file", Scalar.STRING);
        String type = ASSETS.get(file);
        if (type == null) {
            throw ServiceException.notFound("there is no such file");
        }
        send(exchange, type, read(file));
    }

    private void events(Exchange exchange) {
        LiveSale first = find(exchange);
        if (!room.tryAcquire()) {
            throw ServiceException.of(Status.TOO_MANY_REQUESTS, MOST_WATCHERS + " watch already");
        }
        exchange.events(LIVE_SALE, new SaleEvents(insight, first, room::release));
    }

    private LiveSale find(Exchange exchange) {
        long id = exchange.path().one("id", Scalar.LONG);
        return insight.look(id)
                .map(LiveSale::of)
                .orElseThrow(() -> ServiceException.notFound("there is no activity " + id));
    }

    private static byte[] read(String file) {
        try (InputStream in = SalePages.class.getResourceAsStream("/page/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks /page/" + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Exchange exchange, String type, byte[] bytes) {
        exchange.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none';"
                        + " form-action 'none'; frame-ancestors 'none'");
        exchange.header("X-Content-Type-Options", "nosniff");
        exchange.header("Referrer-Policy", "no-referrer");
        exchange.raw(200, type, bytes);
    }
}
