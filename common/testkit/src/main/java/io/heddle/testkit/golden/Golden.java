package io.heddle.testkit.golden;

import io.heddle.kit.openapi.OpenApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import tools.jackson.databind.json.JsonMapper;

/// A committed file that a test holds the present to. `-Dheddle.golden=rewrite` writes it anew.
public final class Golden {
    private Golden() {}

    /// Holds the OpenAPI document of a service to its file.
    ///
    /// @param file the committed document
    /// @param title the name of the service
    /// @param contracts what it serves
    public static void document(Path file, String title, Class<?>... contracts) {
        JsonMapper mapper = new JsonMapper();
        byte[] json = OpenApi.of(title, "0", List.of(contracts)).json();
        text(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json)) + "\n");
    }

    /// Holds a text to its file.
    public static void text(Path file, String text) {
        try {
            if ("rewrite".equals(System.getProperty("heddle.golden"))) {
                Files.writeString(file, text);
            }
            Assertions.assertEquals(Files.readString(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
