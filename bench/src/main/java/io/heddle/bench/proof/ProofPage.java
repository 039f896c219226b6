package io.heddle.bench.proof;

import io.heddle.bench.cast.Kill;
import io.heddle.kit.html.Html;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Writes the proof as one page with its charts in it.
final class ProofPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --good: light-dark(#176b2c, #7ddc8f); --bad: light-dark(#a11, #ff8f8f) }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            h1 { margin-bottom: 0 } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem }
            .right { color: var(--good) } .wrong { color: var(--bad) }
            svg { width: 100%; height: 9rem; display: block; border-bottom: 1px solid #8888 }
            rect { fill: light-dark(#0b57d0, #8ab4f8) }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
            div { overflow-x: auto }
            th, td { text-align: right; padding: .25rem .6rem; border-bottom: 1px solid #8884; white-space: nowrap }
            code { overflow-wrap: anywhere } small { opacity: .75 }
            """;
    private static final int MOST_ROWS = 1000;

    private ProofPage() {}

    static void write(Path file, Plan plan, List<Outcome> outcomes) {
        try {
            Files.write(file, page(plan, outcomes).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Html page(Plan plan, List<Outcome> outcomes) {
        Summary summary = Summary.of(plan, outcomes);
        Html html = new Html()
                .markup("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                        + "<title>Proof of the sale</title>"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>"
                        + STYLE
                        + "</style></head><body><h1>Proof of the sale</h1>");
        summary.lines().forEach(line -> html.element("p", summary.violations() == 0 ? "right" : "wrong", line));
        html.element(
                "p",
                "Engine " + plan.engine() + ", " + plan.stock() + " units and " + plan.users()
                        + " users a sale, each asking twice at once; orders on "
                        + (plan.mariaDb() ? "MariaDB, which is killed too" : "H2 files") + ".");
        html.markup("<p>Repeat it: ").element("code", command(plan)).markup("</p>");
        bars(
                html,
                "How long each killed process took to answer again, in ms",
                kills(outcomes),
                kill -> kill.back().toMillis());
        bars(html, "Requests without an answer, sale by sale", outcomes, Outcome::unanswered);
        victims(html, outcomes);
        table(html, outcomes);
        violations(html, outcomes);
        return html.markup("</body></html>\n");
    }

    private static String command(Plan plan) {
        return "./heddle prove seckill --runs " + plan.runs() + " --stock " + plan.stock() + " --kills " + plan.kills()
                + " --engine " + plan.engine() + (plan.mariaDb() ? " --mysql" : "") + " --seed " + plan.seed();
    }

    private static List<Kill> kills(List<Outcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.kills().stream()).toList();
    }

    private static <T> void bars(Html html, String title, List<T> all, ToDoubleFunction<T> height) {
        double top = all.stream().mapToDouble(height).max().orElse(0);
        html.element("h2", title)
                .markup("<svg viewBox=\"0 0 " + Math.max(1, all.size()) + " 100\" preserveAspectRatio=\"none\">");
        for (int i = 0; i < all.size(); i++) {
            double part = top == 0 ? 0 : 100 * height.applyAsDouble(all.get(i)) / top;
            html.markup(
                    "<rect x=\"%d\" y=\"%.1f\" width=\".9\" height=\"%.1f\"></rect>".formatted(i, 100 - part, part));
        }
        html.markup("</svg>").element("small", "highest " + (long) top);
    }

    private static void victims(Html html, List<Outcome> outcomes) {
        Map<String, Long> count = kills(outcomes).stream()
                .collect(Collectors.groupingBy(Kill::victim, TreeMap::new, Collectors.counting()));
        html.element("h2", "Who was killed")
                .element(
                        "p",
                        count.entrySet().stream()
                                .map(each -> each.getKey() + ' ' + each.getValue())
                                .collect(Collectors.joining(", ")));
    }

    private static void table(Html html, List<Outcome> outcomes) {
        html.element("h2", "The sales")
                .markup("<div><table><tr><th>sale<th>seed<th>sold<th>paid<th>requests<th>unanswered<th>kills<th>checks"
                        + "<th>violations</tr>");
        outcomes.stream()
                .limit(MOST_ROWS)
                .forEach(each -> html.markup("<tr><td>" + each.run() + "<td>" + each.seed() + "<td>" + each.sold()
                        + "<td>" + each.paid() + "<td>" + each.asked() + "<td>" + each.unanswered() + "<td>"
                        + each.kills().size() + "<td>" + each.checks() + "<td>"
                        + each.violations().size() + "</tr>"));
        html.markup("</table></div>");
    }

    private static void violations(Html html, List<Outcome> outcomes) {
        html.element("h2", "Violations");
        List<String> all =
                outcomes.stream().flatMap(each -> each.violations().stream()).toList();
        if (all.isEmpty()) {
            html.element("p", "None.");
        }
        all.stream().limit(MOST_ROWS).forEach(each -> html.element("p", "wrong", each));
    }
}
