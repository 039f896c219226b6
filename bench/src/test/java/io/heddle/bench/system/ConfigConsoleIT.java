package io.heddle.bench.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.heddle.testkit.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The console of the config centre in a real Chromium, against a real centre.
@Timeout(300)
final class ConfigConsoleIT {
    private static final String SCHEMA = "{\"type\":\"object\",\"properties\":{\"page\":{\"type\":\"integer\","
            + "\"maximum\":100},\"limits\":{\"type\":\"object\",\"properties\":{\"rate\":{\"type\":\"number\"}}}}}";

    @TempDir
    private Path folder;

    private ConsoleBrowser browser;
    private ServiceProcess center;

    @BeforeEach
    void open() {
        browser = new ConsoleBrowser();
        center = ServiceProcess.start(Fleet.jar("config-center"), folder.resolve("center"), Map.of());
    }

    @AfterEach
    void close() {
        browser.close();
        center.close();
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(center.url() + path))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    private void publish(String entry, String value) {
        Web.post(center.url() + "/entries/" + entry + "/publish", "{\"value\":" + value + ",\"comment\":\"begin\"}");
    }

    private String read(String entry) {
        return Web.get(center.url() + "/config-center/" + entry).body();
    }

    private Page entry(String rest) {
        return browser.open(center.url() + "/#/entries/" + rest);
    }

    private static Locator button(Page page, String text) {
        return page.locator("dialog").last().getByText(text, new Locator.GetByTextOptions().setExact(true));
    }

    @Test
    void aDraftIsCheckedComparedPublishedAndRolledBack() throws Exception {
        send("PUT", "/schemas/shelf", SCHEMA);
        publish("shelf/blogger", "{\"page\":10,\"password\":\"hunter2-is-secret\",\"limits\":{\"rate\":1.50}}");
        Page page = entry("shelf/blogger");
        ConsoleBrowser.tellFirstPaint("config", page);
        Locator draft = ConsoleBrowser.field(page, "Draft");
        assertThat(page.locator("#published")).containsText("\"******\"");
        assertThat(page.locator("#published")).containsText("1.50");

        draft.fill("{\n  \"page\": 12,\n  oops\n}");
        assertThat(page.locator(".problems")).containsText("Line 3");
        assertThat(page.locator(".under .wrong .message")).containsText("a name in double quotes");
        draft.fill("{\n  \"page\": 500,\n  \"password\": \"******\",\n  \"limits\": { \"rate\": \"much\" }\n}");
        assertThat(page.locator(".problems li")).hasCount(2);
        assertThat(page.locator(".problems")).containsText("Line 2 /page");
        assertThat(page.locator(".problems")).containsText("Line 4 /limits/rate");
        draft.press("Control+s");
        assertThat(page.locator("#toasts")).containsText("would not allow");
        page.getByText("Publish…").click();
        assertThat(page.locator(".drafting .problem")).containsText("does not allow");
        assertThat(read("shelf/blogger")).contains("\"page\":10");

        draft.fill("{\n  \"page\": 12,\n  \"password\": \"******\",\n  \"title\": \"Shelf\"\n}");
        page.getByText("Publish…").click();
        assertThat(page.locator(".diff tr.changed")).containsText("/page");
        assertThat(page.locator(".diff tr.removed")).containsText("/limits");
        assertThat(page.locator(".diff tr.added")).containsText("/title");
        assertThat(page.locator(".diff tbody tr")).hasCount(3);
        ConsoleBrowser.field(page, "Why").fill("more a page");
        button(page, "Publish").click();
        assertThat(page.locator("#published")).containsText("\"page\": 12");
        assertThat(read("shelf/blogger")).contains("\"page\":12");

        rollsBack(page);
        assertThat(center.log()).doesNotContain("hunter2-is-secret");
        assertThat(page.content()).doesNotContain("hunter2-is-secret");
        assertThat(browser.complaints()).isEmpty();
    }

    private void rollsBack(Page page) {
        page.locator(".tabs a").nth(1).click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody tr").first()).containsText("more a page");
        page.getByText("Roll back…").click();
        assertThat(page.locator(".diff tr.changed")).containsText("/page");
        button(page, "Roll back").click();
        assertThat(page.locator("#published")).containsText("\"page\": 10");
        assertThat(read("shelf/blogger")).contains("\"page\":10");
    }

    @Test
    void whatIsTypedIsThereAgainForOneWhoLooksElsewhereAndComesBack() {
        publish("shelf/blogger", "{\"page\":10}");
        publish("shelf/article", "{\"page\":20}");
        Page page = entry("shelf/blogger");
        Locator draft = ConsoleBrowser.field(page, "Draft");
        draft.fill("{ \"page\": 11 }");
        page.locator("#tree a").first().click();
        assertThat(page.locator("#published")).containsText("20");
        publish("shelf/blogger", "{\"page\":12}");
        page.locator("#tree a").last().click();

        assertThat(draft).hasValue("{ \"page\": 11 }");
        page.getByText("Publish…").click();
        button(page, "Publish").click();
        assertThat(page.locator("dialog .problem")).isVisible();
        assertThat(read("shelf/blogger")).contains("\"page\":12");
    }

    @Test
    void aDraftGoesToSomeBeforeItGoesToAll() throws Exception {
        publish("shelf/blogger", "{\"page\":10}");
        send("PUT", "/entries/shelf/blogger/draft", "{\"page\":20}");
        Page page = entry("shelf/blogger/gray");
        ConsoleBrowser.field(page, "Labels").fill("canary");
        page.getByText("Begin", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#gray-value")).containsText("20");
        assertThat(read("shelf/blogger?label=canary")).contains("20");
        assertThat(read("shelf/blogger")).contains("10");
        page.getByText("Promote to all").click();
        button(page, "Promote").click();
        assertThat(page.locator("#toasts")).containsText("published for all");
        assertThat(read("shelf/blogger")).contains("20");

        ConsoleBrowser.field(page, "Labels").fill("canary");
        page.getByText("Begin", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("End", new Page.GetByTextOptions().setExact(true)).click();
        button(page, "End").click();
        assertThat(page.locator("#toasts")).containsText("has ended");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anEntryIsMadeFoundAndFollowedInTheAuditTrail() {
        publish("log/calc", "{\"level\":\"info\"}");
        Page page = browser.open(center.url().toString());
        page.getByText("New entry").click();
        ConsoleBrowser.field(page, "Config").fill("shelf");
        ConsoleBrowser.field(page, "Service").fill("blogger");
        ConsoleBrowser.field(page, "Label").fill("canary");
        page.getByText("Begin a draft").click();
        ConsoleBrowser.field(page, "Draft").fill("{\"page\": 7}");
        page.getByText("Save draft").click();
        assertThat(page.locator("#tree a[aria-current]")).containsText("blogger@canary");
        page.keyboard().press("Tab");
        page.fill("#search", "calc");
        assertThat(page.locator("#tree a")).hasCount(1);
        page.locator(".bar nav a[href='#/audit']").click();
        assertThat(page.locator("#audit tr").first()).containsText("shelf / blogger@canary");
        page.locator(".bar nav a[href='#/schemas']").click();
        page.getByText("shelf", new Page.GetByTextOptions().setExact(true)).click();
        ConsoleBrowser.field(page, "JSON Schema of shelf").fill("{\"type\":\"nonsense\"}");
        page.getByText("Save schema").click();
        assertThat(page.locator("#schema .problem")).isVisible();
        ConsoleBrowser.field(page, "JSON Schema of shelf").fill(SCHEMA);
        page.getByText("Save schema").click();
        assertThat(page.locator("#schema .head")).containsText("Every release keeps this schema");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anAdminGivesOutRotatesAndRevokesTokens() throws Exception {
        String admin =
                Files.readString(center.folder().resolve("tokens/admin.token")).strip();
        Page page = browser.open(center.url() + "/#/tokens");
        assertThat(page.locator("#tokens")).containsText("tokens/admin.token");
        page.locator("#who button").click();
        page.locator("dialog input").fill(admin);
        page.keyboard().press("Enter");
        assertThat(page.locator("#who")).containsText("admin.file");
        ConsoleBrowser.field(page, "Name").fill("calc");
        ConsoleBrowser.field(page, "Service").fill("calc");
        page.getByText("Give token").click();
        String first = page.locator("dialog input").inputValue();
        assertThat(first).hasSize(32);
        page.keyboard().press("Escape");
        Locator row = page.locator("#tokens tbody tr").filter(new Locator.FilterOptions().setHasText("calc"));
        row.getByText("Rotate").click();
        button(page, "Rotate").click();
        assertThat(page.locator("dialog input")).hasValue(java.util.regex.Pattern.compile(".{32}"));
        assertThat(page.locator("dialog input").inputValue()).isNotEqualTo(first);
        page.keyboard().press("Escape");
        row.getByText("Revoke").click();
        button(page, "Revoke").click();
        assertThat(row).hasCount(0);
        ConsoleBrowser.field(page, "Name").fill(ConsoleBrowser.HOSTILE);
        ConsoleBrowser.field(page, "Service").fill("calc");
        page.getByText("Give token").click();
        assertThat(page.locator("#tokens .problem")).containsText("name must be");
        ConsoleBrowser.assertNothingRan(page);
        assertThat(center.log()).doesNotContain(admin).doesNotContain(first);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void valuesFromOutsideAreTextAndNothingElse() throws Exception {
        String hostile = Web.JSON.writeValueAsString(ConsoleBrowser.HOSTILE);
        send("PUT", "/schemas/shelf", "{\"properties\":{\"a\":{\"const\":" + hostile + "}},\"title\":" + hostile + "}");
        Web.post(
                center.url() + "/entries/shelf/blogger/publish",
                "{\"value\":{\"a\":" + hostile + "," + hostile + ":[" + hostile + "]},\"comment\":" + hostile + "}");
        Web.post(
                center.url() + "/entries/shelf/blogger/publish",
                "{\"value\":{" + hostile + ":1},\"comment\":" + hostile + "}");
        Page page = entry("shelf/blogger");
        ConsoleBrowser.field(page, "Draft").fill("{\"a\": 1, " + hostile + ": " + hostile + "}");
        assertThat(page.locator(".under .message")).containsText("<img");
        ConsoleBrowser.field(page, "Draft").fill("{" + hostile + ": " + hostile + "}");
        page.getByText("Publish…").click();
        assertThat(page.locator(".diff")).containsText("<img src=x");
        page.keyboard().press("Escape");
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        page.locator(".tabs a").nth(1).click();
        assertThat(page.locator("tbody tr").first()).containsText(ConsoleBrowser.HOSTILE);
        page.getByText("View").first().click();
        assertThat(page.locator("dialog pre")).containsText("onerror");
        page.keyboard().press("Escape");
        page.navigate(center.url() + "/#/audit");
        assertThat(page.locator("#audit")).containsText(ConsoleBrowser.HOSTILE);
        page.navigate(center.url() + "/#/entries/" + java.net.URLEncoder.encode("<img src=x>", "UTF-8") + "/x");
        assertThat(page.locator("#toasts")).not().isEmpty();

        ConsoleBrowser.assertNothingRan(page);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void itIsReadableInAllWidthsAndSchemes() throws Exception {
        send("PUT", "/schemas/shelf", SCHEMA);
        publish("log/calc", "{\"level\":\"info\"}");
        publish("shelf/a-service-with-a-name-that-is-as-long-as-names-may-be", "{\"page\":1}");
        publish("shelf/blogger", "{\"page\":10,\"password\":\"hunter2\",\"limits\":{\"rate\":1.5}}");
        publish("shelf/blogger", "{\"page\":11,\"password\":\"******\",\"limits\":{\"rate\":2.5}}");
        send("PUT", "/entries/shelf/blogger/draft", "{\"page\":500,\"password\":\"******\"}");
        String entry = center.url() + "/#/entries/shelf/blogger";
        browser.portray("console-config", entry, ".problems li");
        browser.portray("console-config-history", entry + "/history", "tbody tr");
        browser.portray("console-config-gray", entry + "/gray", "#entry form");
        browser.portray("console-config-schemas", center.url() + "/#/schemas/shelf", ".editor");
        browser.portray("console-config-audit", center.url() + "/#/audit", "#audit tr");
        browser.portray("console-config-tokens", center.url() + "/#/tokens", "#tokens p");
        assertThat(browser.complaints()).isEmpty();
    }
}
