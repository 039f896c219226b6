package io.heddle.kit.openapi;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.openapi.OpenApiFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The OpenAPI 3.1 document of a service: `GET /openapi` as JSON, or as YAML by `?format=yaml` or `Accept`, and
/// `GET /openapi/ui` for people.
public final class OpenApi implements Routes {
    private final byte[] json;
    private final byte[] yaml;

    private OpenApi(String text) {
        MergedDocument document = new MergedDocument();
        Map<?, ?> model = document.load(text);
        this.json = document.format(model, OpenApiFormat.JSON).getBytes(StandardCharsets.UTF_8);
        this.yaml = document.format(model, OpenApiFormat.YAML).getBytes(StandardCharsets.UTF_8);
    }

    /// The document of these contracts.
    ///
    /// @throws IllegalArgumentException when a contract was not compiled with the processor, or two describe the
    ///     same thing differently
    public static OpenApi of(String title, String version, List<Class<?>> contracts) {
        return new OpenApi(new Fragments().merge(title, version, contracts).toString());
    }

    /// The document as JSON.
    public byte[] json() {
        return json.clone();
    }

    @Override
    public void addTo(Router router) {
        router.add("GET", "/openapi", "openapi.document", this::document);
        new SwaggerUi().addTo(router);
    }

    private void document(Exchange exchange) {
        OpenApiFormat format = exchange.query()
                .optional("format", Scalar.STRING)
                .map(OpenApi::named)
                .orElseGet(() -> accepted(exchange.headers().list("Accept", Scalar.STRING)));
        exchange.header("Vary", "Accept");
        if (format == OpenApiFormat.YAML) {
            exchange.raw(200, "application/yaml", yaml);
        } else {
            exchange.raw(200, "application/json", json);
        }
    }

    private static OpenApiFormat named(String name) {
        for (OpenApiFormat format : List.of(OpenApiFormat.JSON, OpenApiFormat.YAML)) {
            if (format.fileTypes().contains(name)) {
                return format;
            }
        }
        throw ServiceException.invalid("format", "must be json or yaml");
    }

    /// YAML for those who name it and not JSON.
    private static OpenApiFormat accepted(List<String> accept) {
        String all = String.join(",", accept);
        boolean yaml = all.contains(MediaTypes.APPLICATION_YAML.text())
                || all.contains(MediaTypes.APPLICATION_X_YAML.text())
                || all.contains(MediaTypes.APPLICATION_OPENAPI_YAML.text());
        return yaml && !all.contains("json") ? OpenApiFormat.YAML : OpenApiFormat.JSON;
    }
}
