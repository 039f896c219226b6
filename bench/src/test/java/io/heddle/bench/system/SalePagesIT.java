package io.heddle.bench.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The pages of a sale in a real Chromium, against a real service.
@Timeout(180)
final class SalePagesIT {
    private static final int DESKTOP = 1200;
    private static final int PHONE = 390;

    @TempDir
    Path folder;

    private Playwright playwright;
    private Browser browser;
    private Shop shop;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void open() {
        Shell.needs("chromium", "apt-get install chromium");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Shell.find("chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        shop = Shop.open(folder, Map.of());
    }

    @AfterEach
    void close() {
        browser.close();
        playwright.close();
        shop.close();
    }

    private Page page(String path, int width) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900));
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate(shop.activity().url() + path);
        return page;
    }

    @Test
    void aShopperPicksAUserPressesTheButtonAndSeesTheResult() {
        long sale = shop.sale(1);
        for (int width : new int[] {DESKTOP, PHONE}) {
            Page page = page("/shop/" + sale, width);
            assertThat(page.locator("#name")).hasText("Lamps");
            assertThat(page.locator("#product")).hasText("Lamp");

            page.fill("#user", "user" + width);
            page.click("#press");

            String expected = width == DESKTOP ? "It is yours." : "Sold out.";
            assertThat(page.locator("#result .what")).hasText(expected);
            assertThat(page.locator("#left")).hasText("0 of 1 left");
            page.screenshot(new Page.ScreenshotOptions().setPath(screenshot("shop-" + width)));
            assertNothingIsCutOff(page);
        }
        Page again = page("/shop/" + sale, DESKTOP);
        again.fill("#user", "user" + DESKTOP);
        again.click("#look");
        assertThat(again.locator("#result .what")).hasText("It is yours already.");
        assertThat(again.locator("#result")).containsText(sale + "-000001");
        assertThat(complaints).isEmpty();
    }

    @Test
    void theLivePageShowsTheSaleAsItGoesOn() {
        long sale = shop.sale(40);
        Page desktop = page("/live/" + sale, DESKTOP);
        Page phone = page("/live/" + sale, PHONE);
        assertThat(desktop.locator("#available")).hasText("40");

        Buyers.ask(shop.claims(sale), 30);
        Web.post(shop.order().url() + "/orders/" + sale + "-000001/pay", "{}");
        Web.post(shop.order().url() + "/orders/" + sale + "-000002/cancel", "{}");

        for (Page page : List.of(desktop, phone)) {
            assertThat(page.locator("#available")).hasText("11");
            assertThat(page.locator("#held")).hasText("28");
            assertThat(page.locator("#paid")).hasText("1");
            assertThat(page.locator("#released")).hasText("1");
            assertThat(page.locator("#identity")).hasText("✓ 11 available + 28 held + 1 paid = 40");
            assertThat(page.locator("#lag")).hasText("0");
            assertThat(page.locator("#link")).hasText("live");
            assertNothingIsCutOff(page);
        }
        desktop.screenshot(new Page.ScreenshotOptions().setPath(screenshot("live-" + DESKTOP)));
        phone.screenshot(new Page.ScreenshotOptions().setPath(screenshot("live-" + PHONE)));
        assertThat(complaints).isEmpty();
    }

    @Test
    void theLivePageComesBackByItselfAfterAKill() {
        long sale = shop.sale(3);
        Page page = page("/live/" + sale, DESKTOP);
        assertThat(page.locator("#available")).hasText("3");
        shop.claim(sale, 1);

        shop.killActivity();

        assertThat(page.locator("#starts")).hasText("2");
        assertThat(page.locator("#available")).hasText("2");
    }

    @Test
    void aNameFromOutsideIsTextAndNothingElse() {
        long sale = shop.sale(1, "<img src=x onerror=alert(1)>");

        assertThat(page("/", PHONE).locator("strong")).hasText("<img src=x onerror=alert(1)>");
        assertThat(page("/shop/" + sale, PHONE).locator("#name")).hasText("<img src=x onerror=alert(1)>");
        assertThat(complaints).isEmpty();
    }

    private static void assertNothingIsCutOff(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing is wider than the window")
                .isTrue();
    }

    private static Path screenshot(String name) {
        return Fleet.ROOT.resolve("bench/target/" + name + ".png");
    }
}
