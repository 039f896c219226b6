package io.heddle.bench.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import io.heddle.testkit.process.ServiceProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Signing in to the consoles, and what a page of another site cannot do with a session.
@Timeout(300)
final class ConsoleSessionsIT {
    private static final String ADMIN = "the-admin-token-of-this-test";
    private static final String READER = "the-read-token-of-this-test";
    private static final String IDENTITY = "{\"name\":\"calc\",\"service\":\"http://10.0.0.1:9001\"}";

    @TempDir
    private Path folder;

    private ConsoleBrowser browser;

    @BeforeEach
    void open() {
        browser = new ConsoleBrowser();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private ServiceProcess center(String name) {
        return ServiceProcess.start(
                Fleet.jar(name),
                folder.resolve(name),
                Map.of("center.access.admin_token", ADMIN, "center.access.read_token", READER));
    }

    private static void signIn(Page page, String token) {
        page.locator("#door input").fill(token);
        page.keyboard().press("Enter");
    }

    private static int register(ServiceProcess registry) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + "/register"))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Authorization", "Bearer " + ADMIN)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(IDENTITY))
                    .build();
            return client.send(request, BodyHandlers.ofString()).statusCode();
        }
    }

    @Test
    void oneSignsInWithATokenThatNeverStaysInTheBrowser() throws Exception {
        try (ServiceProcess registry = center("registry-center")) {
            assertThat(register(registry)).isEqualTo(200);
            Page page = browser.open(registry.url().toString());
            assertThat(page.locator("#door")).isVisible();
            assertThat(page.locator("#main")).isHidden();
            signIn(page, "wrong");
            assertThat(page.locator("#door .problem")).containsText("not known");
            assertThat(page.locator("#main")).isHidden();

            signIn(page, READER);
            assertThat(page.locator("#instances tr")).hasCount(1);
            assertThat(page.locator("#who")).containsText("read");
            page.locator("#instances button").click();
            assertThat(page.locator("dialog")).containsText("only reads");
            page.keyboard().press("Escape");
            assertThat(page.evaluate("document.cookie + localStorage.length + sessionStorage.length"))
                    .isEqualTo("00");
            assertThat(page.context().cookies()).singleElement().satisfies(cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.sameSite).isEqualTo(com.microsoft.playwright.options.SameSiteAttribute.STRICT);
                assertThat(cookie.value).hasSize(32).isNotEqualTo(READER);
            });
            page.getByText("Sign out").click();
            assertThat(page.locator("#door")).isVisible();
            assertThat(page.evaluate("fetch('/console/state').then(answer => answer.status)"))
                    .isEqualTo(401);
            assertThat(registry.log()).doesNotContain(READER).doesNotContain(ADMIN);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theConfigCentreKnowsWhoIsSignedIn() {
        try (ServiceProcess center = center("config-center")) {
            Page page = browser.open(center.url().toString());
            signIn(page, ADMIN);
            assertThat(page.locator("#who")).containsText("admin");
            page.getByText("New entry").click();
            ConsoleBrowser.field(page, "Config").fill("shelf");
            ConsoleBrowser.field(page, "Service").fill("blogger");
            page.getByText("Begin a draft").click();
            ConsoleBrowser.field(page, "Draft").fill("{\"page\": 7}");
            page.getByText("Publish…").click();
            page.locator("dialog button.primary").click();
            assertThat(page.locator(".entry-head")).containsText("by admin");
            page.getByText("Sign out").click();
            assertThat(page.locator("#door")).isVisible();

            signIn(page, READER);
            assertThat(page.locator("#published")).containsText("7");
            assertThat(page.locator(".drafting")).hasCount(0);
            page.locator(".bar nav a[href='#/tokens']").click();
            assertThat(page.locator("#tokens")).containsText("of an admin");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPageOfAnotherSiteCanDoNothingWithASession() throws Exception {
        try (ServiceProcess registry = center("registry-center")) {
            register(registry);
            Page page = browser.open(registry.url().toString());
            signIn(page, ADMIN);
            assertThat(page.locator("#instances tr")).hasCount(1);

            assertThat(page.evaluate("fetch('/console/instance/deregister', {method: 'POST', headers: "
                            + "{'Content-Type': 'application/json'}, body: '" + IDENTITY + "'})"
                            + ".then(answer => answer.json()).then(body => body.code)"))
                    .isEqualTo("proof_missing");
            assertThat(posted(page, registry, "http://evil.example/")).isEqualTo(401);
            assertThat(posted(page, registry, "http://127.0.0.1:3999/")).isEqualTo(403);

            page.navigate(registry.url().toString());
            assertThat(page.locator("#instances tr")).hasCount(1);
            assertThat(page.locator("#who")).containsText("admin");
        }
    }

    /// The status of what a form of another page sends, which the browser may send the cookie with.
    private static int posted(Page page, ServiceProcess registry, String site) {
        String target = registry.url() + "/console/instance/deregister";
        String form = "<form method=post enctype=text/plain action=" + target
                + "><input name='{\"x\":\"' value='\"}'><button>go</button></form>";
        page.route(
                site + "**",
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(form)));
        page.navigate(site);
        Response answer = page.waitForResponse(target, () -> page.click("button"));
        return answer.status();
    }
}
