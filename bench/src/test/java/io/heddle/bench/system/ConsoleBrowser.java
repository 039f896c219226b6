package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/// A real Chromium that looks at consoles, and hears what their pages complain of.
final class ConsoleBrowser implements AutoCloseable {
    static final int DESKTOP = 1280;
    static final int PHONE = 390;
    private static final int PATIENCE = 20_000;
    /// Text that must stay text.
    static final String HOSTILE = "<img src=x onerror=\"window.hit=1\">";

    /// Every control has a label, every text the contrast that WCAG 2.1 AA asks for; gives what has not.
    private static final String FAULTS = """
            () => {
              const faults = [];
              for (const control of document.querySelectorAll('input, select, textarea, button')) {
                const named = control.labels?.length || control.getAttribute('aria-label')
                  || control.textContent.trim();
                if (!named) faults.push('no label: ' + control.outerHTML.slice(0, 80));
              }
              for (const header of document.querySelectorAll('th')) {
                if (!header.scope || !header.textContent.trim()) faults.push('no scope: ' + header.outerHTML);
              }
              const parse = text => (text.match(/[\\d.]+/g) ?? []).map(Number);
              const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
                .map(c => c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
              const ground = element => {
                for (let at = element; at; at = at.parentElement) {
                  const colour = parse(getComputedStyle(at).backgroundColor);
                  if (colour.length === 3 || colour[3] === 1) return colour;
                }
                return [255, 255, 255];
              };
              for (const element of document.querySelectorAll('body *')) {
                const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
                if (!own || !element.checkVisibility() || element.disabled || element.matches('.ghost')) continue;
                const style = getComputedStyle(element);
                const [high, low] = [light(parse(style.color)), light(ground(element))].sort((a, b) => b - a);
                const large = parseFloat(style.fontSize) >= 24;
                if ((high + .05) / (low + .05) < (large ? 3 : 4.5)) {
                  faults.push('contrast ' + ((high + .05) / (low + .05)).toFixed(2) + ': '
                    + element.tagName + '.' + element.className + ' ' + element.textContent.slice(0, 30));
                }
              }
              return [...new Set(faults)];
            }""";

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    ConsoleBrowser() {
        Shell.needs("chromium", "apt-get install chromium");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Shell.find("chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    Page open(String url) {
        return open(url, DESKTOP, ColorScheme.LIGHT);
    }

    /// A page with cookies of its own.
    Page open(String url, int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 860).setColorScheme(scheme));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.navigate(url);
        return page;
    }

    /// What scripts and the content security policy complained of; an answer that refuses is not of it.
    List<String> complaints() {
        return complaints;
    }

    /// The control with that label.
    static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /// Prints how soon something was seen: the first time ever of that server, and when all is warm.
    static void tellFirstPaint(String what, Page page) {
        Object cold = firstPaint(page);
        page.reload();
        page.locator(".brand").waitFor();
        System.out.printf(
                "first contentful paint of the %s console: %s ms, then %s ms%n", what, cold, firstPaint(page));
    }

    /// Asked again from here: the page's policy forbids Playwright to ask again in the page.
    private static Object firstPaint(Page page) {
        return Awaitility.await()
                .pollInSameThread()
                .until(
                        () -> page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime"),
                        Objects::nonNull);
    }

    static void assertNothingRan(Page page) {
        assertThat(page.evaluate("window.hit ?? 0"))
                .as("no script from outside ran")
                .isEqualTo(0);
        assertThat(page.locator("img[src=x]").count()).isZero();
    }

    /// Looks at a page in both widths and both schemes, keeps a picture of each, and finds no fault.
    void portray(String name, String url, String awaited) {
        for (int width : new int[] {DESKTOP, PHONE}) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page page = open(url, width, scheme);
                page.locator(awaited).first().waitFor();
                String picture = name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
                page.screenshot(
                        new Page.ScreenshotOptions().setPath(Fleet.ROOT.resolve("bench/target/" + picture + ".png")));
                assertThat((List<?>) page.evaluate(FAULTS)).as(picture).isEmpty();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("nothing is wider than the window: " + picture)
                        .isTrue();
                page.context().close();
            }
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
