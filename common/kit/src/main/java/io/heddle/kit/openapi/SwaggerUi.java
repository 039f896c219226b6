package io.heddle.kit.openapi;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/// Swagger UI from its webjar, and nothing else of it than the page needs.
final class SwaggerUi implements Routes {
    private static final String OWN = "/io/heddle/kit/openapi/";
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, Asset> assets;

    SwaggerUi() {
        String webjar = WEBJAR + version() + "/";
        this.assets = Map.of(
                "swagger-ui.css", new Asset(webjar + "swagger-ui.css", "text/css; charset=utf-8"),
                "swagger-ui-bundle.js", new Asset(webjar + "swagger-ui-bundle.js", SCRIPT),
                "favicon-32x32.png", new Asset(webjar + "favicon-32x32.png", "image/png"),
                "initializer.js", new Asset(OWN + "initializer.js", SCRIPT));
    }

    /// A file of the page.
    private record Asset(String resource, String contentType) {}

    @Override
    public void addTo(Router router) {
        router.add("GET", "/openapi/ui", "openapi.ui", exchange -> {
            exchange.header("Cache-Control", "no-cache");
            send(exchange, new Asset(OWN + "ui.html", "text/html; charset=utf-8"));
        });
        router.add("GET", "/openapi/ui/{file}", "openapi.ui.file", this::file);
    }

    private void file(Exchange exchange) {
        Asset asset = assets.get(exchange.path().one("file", Scalar.STRING));
        if (asset == null) {
            throw ServiceException.notFound("there is no such file");
        }
        exchange.header("Cache-Control", "public, max-age=3600");
        send(exchange, asset);
    }

    private static void send(Exchange exchange, Asset asset) {
        exchange.header("Content-Security-Policy", POLICY);
        exchange.header("X-Content-Type-Options", "nosniff");
        exchange.header("Referrer-Policy", "no-referrer");
        exchange.raw(200, asset.contentType(), read(asset.resource()));
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static byte[] read(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = SwaggerUi.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the class path lacks " + resource);
        }
        return in;
    }
}
