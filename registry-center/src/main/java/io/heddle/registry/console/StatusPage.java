package io.heddle.registry.console;

import io.heddle.kit.html.Html;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.entry.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/// Services and instances as a plain page at `/`: no script, nothing from elsewhere.
public final class StatusPage implements Routes {
    /// The most instances on the page; who has more asks for `/services`.
    private static final int MOST_ROWS = 500;

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,sans-serif;margin:1rem auto;max-width:70rem;padding:0 1rem}
            h1{font-size:1.4rem}h2{font-size:1.1rem;margin:1.5rem 0 .3rem}p{margin:.3rem 0}
            div{overflow-x:auto}table{border-collapse:collapse;width:100%}
            th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #8885;white-space:nowrap}
            .up{color:light-dark(#176b2c,#7ddc8f)}.draining{color:light-dark(#555,#bbb)}
            .suspect,.note{color:light-dark(#8a4b00,#ffbf69)}.down{color:light-dark(#a11,#ff8f8f)}
            """;

    private final Catalog catalog;
    private final IntSupplier watchers;
    private final InstantSource time;

    /// Makes the page.
    ///
    /// @param watchers how many watch now
    /// @param time the time of day as beats are counted
    public StatusPage(Catalog catalog, IntSupplier watchers, InstantSource time) {
        this.catalog = catalog;
        this.watchers = watchers;
        this.time = time;
    }

    @Override
    public void addTo(Router router) {
        router.add("GET", "/", "StatusPage.show", this::show);
    }

    private void show(Exchange exchange) {
        exchange.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src '" + hash(STYLE)
                        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        exchange.header("X-Content-Type-Options", "nosniff");
        exchange.header("Referrer-Policy", "no-referrer");
        exchange.header("Cache-Control", "no-store");
        exchange.raw(200, "text/html; charset=utf-8", html().getBytes(StandardCharsets.UTF_8));
    }

    private String html() {
        Html html = new Html()
                .markup("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Registry</title>")
                .markup("<meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE
                        + "</style></head><body>")
                .element("h1", "Registry")
                .element(
                        "p",
                        catalog.serviceCount() + " services, " + catalog.size() + " instances, " + watchers.getAsInt()
                                + " watchers, revision " + catalog.revision());
        Map<String, List<Entry>> services = catalog.entries()
                .sorted(Comparator.comparing(Entry::name).thenComparing(Entry::service))
                .limit(MOST_ROWS)
                .collect(Collectors.groupingBy(Entry::name, TreeMap::new, Collectors.toList()));
        services.forEach((name, entries) -> service(html, name, entries));
        if (catalog.size() > MOST_ROWS) {
            html.element("p", "note", "Only the first " + MOST_ROWS + " instances are shown; /services has them all.");
        }
        return html.markup("</body></html>").toString();
    }

    private void service(Html html, String name, List<Entry> entries) {
        html.element("h2", name + " (" + entries.size() + ")");
        long held = entries.stream().filter(Entry::held).count();
        if (held > 0) {
            html.element(
                    "p",
                    "note",
                    "Protected: too many went silent at once; " + held
                            + " are kept past their lease and marked suspect.");
        }
        html.markup("<div><table><tr><th>Instance<th>Status<th>Zone<th>Weight<th>Version<th>Last beat</tr>");
        entries.forEach(entry -> row(html, entry));
        html.markup("</table></div>");
    }

    private void row(Html html, Entry entry) {
        html.markup("<tr>")
                .element("td", entry.service())
                .element("td", entry.status().name().toLowerCase(Locale.ROOT), status(entry))
                .element("td", entry.details().zone())
                .element("td", Integer.toString(entry.weight()))
                .element("td", entry.details().version())
                .element("td", age(entry))
                .markup("</tr>");
    }

    private static String status(Entry entry) {
        return entry.held() && entry.status() == InstanceStatus.SUSPECT
                ? "SUSPECT, held"
                : entry.status().name();
    }

    private String age(Entry entry) {
        Duration age =
                Duration.ofMillis(Math.max(0, time.millis() - entry.beat().lastMillis()));
        return age.toSeconds() + "." + age.toMillisPart() / 100 + " s ago";
    }

    private static String hash(String style) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
