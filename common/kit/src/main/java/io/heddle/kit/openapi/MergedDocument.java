package io.heddle.kit.openapi;

import io.helidon.openapi.OpenApiFormat;
import io.helidon.openapi.OpenApiManager;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/// The document in the formats that Helidon knows.
final class MergedDocument implements OpenApiManager<Map<?, ?>> {
    private final JsonMapper mapper = new JsonMapper();

    @Override
    public String name() {
        return "heddle";
    }

    @Override
    public String type() {
        return "heddle";
    }

    @Override
    public Map<?, ?> load(String json) {
        return mapper.readValue(json, Map.class);
    }

    @Override
    public String format(Map<?, ?> document, OpenApiFormat format) {
        return switch (format) {
            case JSON, UNSUPPORTED -> mapper.writeValueAsString(document);
            case YAML -> yaml(document);
        };
    }

    private static String yaml(Map<?, ?> document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(options).dump(document);
    }
}
