package io.heddle.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class OpenApiTest {
    interface Adding {}

    interface Storing {}

    interface Other {}

    interface Unprocessed {}

    private static HttpServer server;
    private static HttpClient client;

    @BeforeAll
    static void open() {
        server = HttpServer.builder(ServerSettings.onPort(0))
                .routes(OpenApi.of("sums", "1.2", List.of(Adding.class, Storing.class)))
                .open();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void close() {
        client.close();
        server.close();
    }

    @Test
    void mergesTheContractsIntoOneDocument() throws Exception {
        HttpResponse<String> response = get("/openapi");
        JsonNode document = new JsonMapper().readTree(response.body());

        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.at("/info/title").asString()).isEqualTo("sums");
        assertThat(document.at("/info/version").asString()).isEqualTo("1.2");
        assertThat(document.get("tags")).hasSize(2);
        assertThat(document.get("paths").propertyNames()).containsExactly("/sum/{a}", "/sums");
        assertThat(document.at("/paths/~1sum~1{a}").propertyNames()).containsExactly("get", "put");
        assertThat(document.at("/components/schemas").propertyNames()).containsExactlyInAnyOrder("Sum", "Error");
    }

    @Test
    void givesYamlToThoseWhoAskForIt() throws Exception {
        assertThat(get("/openapi?format=yaml").body())
                .contains("openapi: 3.1.0")
                .contains("  /sums:");
        assertThat(get("/openapi", "Accept", "application/yaml").body()).contains("openapi: 3.1.0");
        assertThat(get("/openapi?format=xml").statusCode()).isEqualTo(400);
    }

    @Test
    void showsAPageThatRunsNoScriptButItsOwn() throws Exception {
        HttpResponse<String> page = get("/openapi/ui");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'; script-src 'self';");
        assertThat(page.body())
                .contains("<script src=\"ui/initializer.js\"></script>")
                .doesNotContain("<script>");
        assertThat(get("/openapi/ui/initializer.js").body()).contains("../openapi");
        assertThat(get("/openapi/ui/swagger-ui-bundle.js").body()).hasSizeGreaterThan(1_000_000);
        assertThat(get("/openapi/ui/swagger-ui.css").statusCode()).isEqualTo(200);
        assertThat(get("/openapi/ui/favicon-32x32.png").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi/ui/..%2f..%2fOpenApi.class",
                "/openapi/ui/%2e%2e",
                "/openapi/ui/swagger-ui-bundle.js.map",
                "/openapi/ui/%2Fetc%2Fpasswd",
                "/openapi/ui/index.html"
            })
    void servesNothingElseOfTheClassPath(String path) throws Exception {
        assertThat(get(path).statusCode()).isBetween(400, 404);
    }

    @Test
    void refusesContractsThatContradictEachOtherOrHaveNoFragment() {
        assertThatThrownBy(() -> OpenApi.of("x", "1", List.of(Adding.class, Other.class)))
                .hasMessage("two contracts describe the schema Sum differently");
        assertThatThrownBy(() -> OpenApi.of("x", "1", List.of(Unprocessed.class)))
                .hasMessageContaining("compiled with the processor");
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
