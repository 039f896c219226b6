package io.heddle.bench.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.heddle.testkit.process.ServiceProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The console of the registry in a real Chromium, against a real registry.
@Timeout(300)
final class ConsolesIT {
    private static final int MANY = 10_000;

    @TempDir
    private Path folder;

    private ConsoleBrowser browser;
    private ServiceProcess registry;

    @BeforeEach
    void open() {
        browser = new ConsoleBrowser();
        registry = ServiceProcess.start(Fleet.jar("registry-center"), folder.resolve("registry"), Map.of());
    }

    @AfterEach
    void close() {
        browser.close();
        registry.close();
    }

    private void register(String name, int port) {
        register(name, port, "");
    }

    /// Nobody asks for what has changed: the answer tells of what comes after a revision that is far away.
    private void register(String name, int port, String more) {
        Web.post(
                registry.url() + "/register?since=" + (1L << 53),
                "{\"name\":\"" + name + "\",\"service\":\"http://10.0.0.1:" + port + "\",\"ttl\":300" + more + "}");
    }

    private JsonNode instance(String name, int port) {
        for (JsonNode each : Web.data(registry.url() + "/service/" + name)) {
            if (each.path("port").asInt() == port) {
                return each;
            }
        }
        return Web.JSON.nullNode();
    }

    private static Locator row(Page page, int port) {
        return page.locator("#instances tr").filter(new Locator.FilterOptions().setHasText(":" + port));
    }

    @Test
    void aPersonSearchesDrainsWeighsAndTakesOut() {
        register("calc", 9001, ",\"zone\":\"north\"");
        register("calc", 9002, ",\"zone\":\"south\"");
        register("order", 9003);
        Page page = browser.open(registry.url().toString());
        ConsoleBrowser.tellFirstPaint("registry", page);
        assertThat(page.locator("#instances tr")).hasCount(3);

        page.keyboard().press("/");
        page.keyboard().type("calc south");
        assertThat(page.locator("#instances tr")).hasCount(1);
        page.keyboard().press("Tab");
        row(page, 9002).locator("button").focus();
        page.keyboard().press("Enter");
        drainsAndWeighs(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(row(page, 9002).locator("button")).isFocused();

        page.fill("#search", "");
        row(page, 9003).locator("button").click();
        page.getByText("Deregister", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("dialog").last().locator("button.danger").click();
        assertThat(row(page, 9003)).hasCount(0);
        assertThat(Web.status(registry.url() + "/service/order")).isEqualTo(404);

        page.locator(".bar nav a[href='#/audit']").click();
        assertThat(page.locator("#audit tr")).hasCount(7);
        assertThat(page.locator("#audit tr").first()).containsText("deregister");
        assertThat(page.locator("#audit tr").nth(2)).containsText("weight to 40");
        assertThat(registry.log()).contains("registry.audit").contains("registry write");
        assertThat(browser.complaints()).isEmpty();
    }

    private void drainsAndWeighs(Page page) {
        page.getByText("Drain", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("dialog .status")).hasText("Draining");
        assertThat(instance("calc", 9002).path("status").asString()).isEqualTo("DRAINING");
        ConsoleBrowser.field(page, "Weight").fill("40");
        page.getByText("Set weight").click();
        assertThat(page.locator("#toasts")).containsText("has the weight 40");
        assertThat(instance("calc", 9002).path("weight").asInt()).isEqualTo(40);
        page.getByText("Back to up").click();
        assertThat(page.locator("dialog .status")).hasText("Up");
    }

    @Test
    void whatHappensIsSeenWithoutAReload() {
        Page page = browser.open(registry.url().toString());
        assertThat(page.locator("#link")).hasText("Live");
        register("calc", 9001);
        assertThat(row(page, 9001)).hasCount(1);
        Web.post(
                registry.url() + "/register",
                "{\"name\":\"calc\",\"service\":\"http://10.0.0.1:9001\",\"ttl\":300," + "\"status\":\"DOWN\"}");
        assertThat(row(page, 9001).locator(".status")).hasText("Down");

        page.locator(".bar nav a[href='#/events']").click();
        assertThat(page.locator("#events li").first()).containsText("UP to DOWN");
        assertThat(page.locator("#events li").last()).containsText("came");
        register("order", 9002);
        assertThat(page.locator("#events li").first()).containsText("order");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void tenThousandInstancesAreSearchedWhileOneTypes() throws InterruptedException {
        Semaphore room = new Semaphore(32);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MANY; i++) {
                int port = 10_000 + i;
                room.acquire();
                threads.submit(() -> {
                    try {
                        register("service-" + port % 50, port);
                    } finally {
                        room.release();
                    }
                });
            }
        }
        Page page = browser.open(registry.url().toString());
        assertThat(page.locator("#summary")).containsText("10,000 instances");
        assertThat(page.locator("#instances tr")).hasCount(100);
        page.evaluate("() => { window.longest = 0; new PerformanceObserver(list => list.getEntries().forEach("
                + "each => { longest = Math.max(longest, each.duration); })).observe({type: 'longtask'}); }");
        page.locator("#search").pressSequentially("service-7 10007");
        assertThat(page.locator("#instances tr")).hasCount(1);
        page.fill("#search", "service-7");
        assertThat(page.locator(".pager")).containsText("of 200");
        page.getByText("Next").click();
        assertThat(page.locator(".pager")).containsText("101 to 200");
        System.out.println("the longest that typing over 10,000 instances held up the page: "
                + page.evaluate("window.longest") + " ms");
    }

    @Test
    void valuesFromOutsideAreTextAndNothingElse() {
        String hostile = Web.JSON.writeValueAsString(ConsoleBrowser.HOSTILE);
        register(
                "calc",
                9001,
                ",\"zone\":" + hostile + ",\"version\":" + hostile + ",\"methods\":[" + hostile + "],\"metadata\":{"
                        + hostile + ":" + hostile + "}");
        Page page = browser.open(registry.url().toString());
        assertThat(row(page, 9001)).containsText(ConsoleBrowser.HOSTILE);
        row(page, 9001).locator("button").click();
        assertThat(page.locator("dialog dd").last()).hasText(ConsoleBrowser.HOSTILE);
        page.keyboard().press("Escape");
        page.fill("#search", ConsoleBrowser.HOSTILE);
        assertThat(page.locator("#instances tr")).hasCount(1);
        page.locator(".bar nav a[href='#/events']").click();
        assertThat(page.locator("#events li")).hasCount(1);

        ConsoleBrowser.assertNothingRan(page);
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "constructor", "__proto__", "nowhere/%E0%A4%A"})
    void anAddressThatNamesNoPartShowsTheInstances(String rest) {
        register("calc", 9001);
        Page page = browser.open(registry.url() + "/#/" + rest);

        assertThat(page.locator("#instances tr")).hasCount(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void itIsReadableInAllWidthsAndSchemes() {
        for (int i = 0; i < 12; i++) {
            register(i % 3 == 0 ? "calc" : "order", 9000 + i, ",\"zone\":\"north\",\"version\":\"1.2.0\"");
        }
        Web.post(
                registry.url() + "/register",
                "{\"name\":\"calc\",\"service\":\"http://10.0.0.9:1\",\"status\":\"DOWN\"}");
        Web.post(
                registry.url() + "/register",
                "{\"name\":\"a-service-with-a-name-as-long-as-names-of-services-may-be\",\"service\":"
                        + "\"http://a-host-of-a-name.that-is-long.example.internal:8443\",\"status\":\"DRAINING\"}");
        browser.portray("console-registry", registry.url().toString(), "#instances tr");
        browser.portray("console-registry-events", registry.url() + "/#/events", "#events li");
        browser.portray("console-registry-audit", registry.url() + "/#/audit", "#audit tr");
        browser.portray("console-registry-cluster", registry.url() + "/#/cluster", "#cluster p");
        assertThat(browser.complaints()).isEmpty();
    }
}
