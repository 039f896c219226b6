package io.heddle.kit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.access.Access;
import io.heddle.kit.access.Caller;
import io.heddle.kit.access.Scopes;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {
    private static final SessionLimits LIMITS = new SessionLimits(
            Duration.ofMinutes(30),
            Duration.ofHours(12),
            10,
            Duration.ofMillis(1),
            3,
            Duration.ofMillis(50),
            Duration.ofMinutes(5),
            10);
    private static final String OURS = "Sec-Fetch-Site: same-origin";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final HttpServer server = open(Map.of("read", "reader", "admin", "boss"), false);

    private HttpServer open(Map<String, String> tokens, boolean secure) {
        Scopes scopes = new Scopes("test", List.of("read", "admin"));
        Access access = Access.of(scopes, tokens, "127.0.0.1", Optional.empty());
        Console console = new Console(
                new Place("test", ConsoleTest.class, secure),
                access,
                token -> access.scope(token).filter(_ -> !ended.contains(token)).map(scope -> new Holder(scope, scope)),
                LIMITS,
                InstantSource.system());
        return HttpServer.builder(ServerSettings.onPort(0))
                .routes(router -> {
                    Router guarded =
                            access.or(console::token).guard(router, method -> method.equals("GET") ? "read" : "admin");
                    Router.Handler tell = exchange -> exchange.raw(
                            200,
                            "text/plain",
                            Caller.current().orElseThrow().name().getBytes(StandardCharsets.UTF_8));
                    guarded.add("GET", "/thing", "thing", tell);
                    guarded.add("POST", "/thing", "thing.change", tell);
                    access.guard(router, _ -> "admin").add("GET", "/changing", "thing.changing", tell);
                    console.addTo(router);
                })
                .open();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    /// @param at a path of the server, or the URL of another
    private HttpResponse<String> ask(String method, String at, String body, String... headers)
            throws IOException, InterruptedException {
        String url = at.startsWith("/") ? "http://localhost:" + server.port() + at : at;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        for (String header : headers) {
            int colon = header.indexOf(':');
            request.header(
                    header.substring(0, colon), header.substring(colon + 1).strip());
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String token, String... headers) throws IOException, InterruptedException {
        String[] all = headers.length == 0 ? new String[] {OURS} : headers;
        return ask("POST", "/console/session", "{\"token\":\"" + token + "\"}", all);
    }

    private static String setCookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }

    private static String cookie(HttpResponse<String> answer) {
        return "Cookie: " + setCookie(answer).replaceAll(";.*", "");
    }

    private static String proof(HttpResponse<String> answer) {
        Matcher proof = Pattern.compile("\"proof\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(proof.find()).as(answer.body()).isTrue();
        return "X-Console-Proof: " + proof.group(1);
    }

    @Test
    void aSessionStandsForItsToken() throws Exception {
        HttpResponse<String> in = signIn("boss");
        assertThat(setCookie(in)).matches("test-session-\\d+=[\\w-]{32}; Path=/; HttpOnly; SameSite=Strict");
        assertThat(in.body())
                .contains("\"signed_in\":true")
                .contains("\"scope\":\"admin\"")
                .doesNotContain("boss");

        assertThat(ask("GET", "/thing", "", cookie(in)).body()).isEqualTo("admin");
        assertThat(ask("POST", "/thing", "", cookie(in), proof(in), OURS).body())
                .isEqualTo("admin");
        assertThat(ask("GET", "/console/session", "", cookie(in)).body())
                .contains(proof(in).substring(17));
    }

    @Test
    void aSessionMayNoMoreThanItsToken() throws Exception {
        HttpResponse<String> in = signIn("reader");

        assertThat(ask("GET", "/thing", "", cookie(in)).statusCode()).isEqualTo(200);
        assertThat(ask("POST", "/thing", "", cookie(in), proof(in), OURS).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoeverSignsOutIsUnknown() throws Exception {
        HttpResponse<String> in = signIn("boss");
        HttpResponse<String> out = ask("DELETE", "/console/session", "", cookie(in), proof(in), OURS);

        assertThat(setCookie(out))
                .startsWith("test-session-" + server.port() + "=; ")
                .endsWith("Max-Age=0");
        assertThat(ask("GET", "/thing", "", cookie(in)).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsWithItsToken() throws Exception {
        HttpResponse<String> in = signIn("boss");
        ended.add("boss");

        assertThat(ask("GET", "/thing", "", cookie(in)).body()).contains("token_missing");
        ended.clear();
        assertThat(ask("GET", "/console/session", "", cookie(in)).body()).contains("\"signed_in\":false");
    }

    @Test
    void signingInAgainEndsTheSessionBefore() throws Exception {
        HttpResponse<String> first = signIn("boss");
        signIn("reader", OURS, cookie(first));

        assertThat(ask("GET", "/thing", "", cookie(first)).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: none",
                "Origin: http://evil.example",
                "Origin: null",
                "X-Nothing: at all"
            })
    void whatOurPageDidNotAskForChangesNothing(String header) throws Exception {
        HttpResponse<String> in = signIn("boss");

        assertThat(ask("POST", "/thing", "", cookie(in), proof(in), header).body())
                .contains("origin_foreign");
        assertThat(ask("DELETE", "/console/session", "", cookie(in), proof(in), header)
                        .statusCode())
                .isEqualTo(403);
        assertThat(signIn("boss", header).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: http://evil.example"})
    void aPasswordThatABrowserKeepsChangesNothingForAnotherPage(String header) throws Exception {
        String password = "Authorization: Basic "
                + Base64.getEncoder().encodeToString("me:boss".getBytes(StandardCharsets.UTF_8));

        assertThat(ask("POST", "/thing", "", password, header).body()).contains("origin_foreign");
        assertThat(ask("GET", "/thing", "", password, header).statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/changing", "", password).body()).contains("origin_foreign");
        assertThat(ask("POST", "/thing", "", password).statusCode()).isEqualTo(200);
        assertThat(ask("POST", "/thing", "", password, OURS).statusCode()).isEqualTo(200);
        assertThat(ask("POST", "/thing", "", "Authorization: Bearer boss", header)
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("GET", "/changing", "", "Authorization: Bearer boss", header)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOriginOfOurOwnIsEnoughWhereABrowserSaysNoMore() throws Exception {
        HttpResponse<String> in = signIn("boss", "Origin: http://localhost:" + server.port());

        assertThat(ask("POST", "/thing", "", cookie(in), proof(in), "Origin: http://localhost:" + server.port())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Nothing: at all", "X-Console-Proof: none", "X-Console-Proof: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void withoutItsProofASessionChangesNothing(String header) throws Exception {
        HttpResponse<String> in = signIn("boss");

        assertThat(ask("POST", "/thing", "", cookie(in), OURS, header).body()).contains("proof_missing");
    }

    @Test
    void theProofOfAnotherSessionIsNone() throws Exception {
        HttpResponse<String> one = signIn("boss");
        HttpResponse<String> other = signIn("boss");

        assertThat(ask("POST", "/thing", "", cookie(one), proof(other), OURS).statusCode())
                .isEqualTo(403);
    }

    @Test
    void anotherSiteSeesNoSessionEvenWhenItOnlyLooks() throws Exception {
        HttpResponse<String> in = signIn("boss");

        assertThat(ask("GET", "/thing", "", cookie(in), "Sec-Fetch-Site: same-site")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void wrongTokensAreRefusedAndCounted() throws Exception {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> wrong = signIn("wrong");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).contains("token_unknown").doesNotContain("wrong\"");
            assertThat(setCookie(wrong)).isEmpty();
        }
        assertThat(signIn("boss").statusCode()).isEqualTo(200);
        assertThat(signIn("wrong").statusCode()).isEqualTo(401);
        assertThat(signIn("boss").statusCode()).isEqualTo(200);
    }

    @Test
    void twoCentresOnOneHostKeepASessionEach() throws Exception {
        try (HttpServer neighbour = open(Map.of("admin", "other"), false)) {
            String site = "http://localhost:" + neighbour.port();
            HttpResponse<String> here = signIn("boss");
            HttpResponse<String> there = ask("POST", site + "/console/session", "{\"token\":\"other\"}", OURS);
            String both = cookie(here) + "; " + cookie(there).substring("Cookie: ".length());

            assertThat(ask("GET", "/thing", "", both).body()).isEqualTo("admin");
            assertThat(ask("GET", site + "/thing", "", both).body()).isEqualTo("admin");
            assertThat(ask("GET", site + "/thing", "", cookie(here)).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aPageIsNotAnsweredWithWhatMakesTheBrowserAskForAPassword() throws Exception {
        assertThat(ask("GET", "/thing", "", "X-Console-Proof: none").headers().firstValue("WWW-Authenticate"))
                .contains("Bearer");
        assertThat(ask("GET", "/thing", "").headers().firstValue("WWW-Authenticate"))
                .contains("Bearer, Basic realm=\"test\"");
    }

    @Test
    void thePageIsHeldToItsOriginAndItsFilesAreKeptByTheirHash() throws Exception {
        HttpResponse<String> page = ask("GET", "/", "");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body())
                .startsWith("<!doctype html>")
                .contains("<title>Test</title>", "<main id=\"main\"></main>", "/icon.svg")
                .doesNotContain("<!--")
                .endsWith("</html>\n");
        Matcher script =
                Pattern.compile("/console/files/[0-9a-f]{16}/console\\.js").matcher(page.body());
        assertThat(script.find()).isTrue();

        HttpResponse<String> file = ask("GET", script.group(), "");
        assertThat(file.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(ask("GET", "/console/files/0000000000000000/console.js", "").statusCode())
                .isEqualTo(404);
        assertThat(ask("GET", script.group().replace("console.js", "index.html"), "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whereNoTokenIsDemandedNobodyNeedsToSignInAndTheHostMustBeOurs() throws Exception {
        try (HttpServer open = open(Map.of(), true)) {
            String site = "http://localhost:" + open.port();
            assertThat(ask("GET", site + "/console/session", "").body())
                    .contains("\"signed_in\":false")
                    .contains("\"demanded\":false")
                    .contains("\"name\":\"local\"");
            assertThat(ask("GET", site + "/thing", "").body()).isEqualTo("local");
            assertThat(ask("GET", site + "/", "", "Origin: http://evil.example").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void onTlsTheCookieTravelsOnNothingElse() {
        assertThat(new Place("test", ConsoleTest.class, true).cookie(8500)).isEqualTo("__Host-test-session-8500");
    }
}
