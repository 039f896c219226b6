package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.config.SettingsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundleTest {
    @TempDir
    private Path folder;

    private Path seed(String name, String text) throws IOException {
        Path file = folder.resolve("seed").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private TestCenter seeded() {
        return TestCenter.in(
                folder.resolve("data"),
                Map.of("center.seed", folder.resolve("seed").toString()));
    }

    @Test
    void whatIsExportedCanBeImportedElsewhereAndAgain() {
        try (TestCenter center = TestCenter.in(folder.resolve("a"));
                TestCenter other = TestCenter.in(folder.resolve("b"))) {
            center.http().put("/schemas/log", "{\"required\":[\"level\"]}");
            center.http().publish("log/blogger", "{\"level\":\"info\"}");
            center.http().publish("log/blogger@canary", "{\"level\":\"debug\"}");
            String bundle = center.http().get("/export").data().toString();

            Http.Answer first = other.http().post("/import", bundle);
            Http.Answer again = other.http().post("/import", bundle);

            assertThat(first.data().path("published").size()).isEqualTo(2);
            assertThat(again.data().path("unchanged").toString()).isEqualTo("[\"log/blogger\",\"log/blogger@canary\"]");
            assertThat(other.http().read("log/blogger?label=canary")).isEqualTo("{\"level\":\"debug\"}");
            assertThat(other.http().publish("log/blogger", "{}").status()).isEqualTo(422);
            assertThat(other.http()
                            .get("/export?service=none")
                            .data()
                            .path("entries")
                            .size())
                    .isZero();
        }
    }

    @Test
    void theSeedIsPublishedOnceAndAgainWhenAFileChanges() throws IOException {
        seed("log/schema.json", "{\"required\":[\"level\"]}");
        Path file = seed("log/blogger.json", "{\"level\":\"info\"}");
        try (TestCenter center = seeded()) {
            assertThat(center.http().read("log/blogger")).isEqualTo("{\"level\":\"info\"}");
            assertThat(center.http()
                            .get("/entries/log/blogger")
                            .data()
                            .path("author")
                            .asString())
                    .isEqualTo("seed");
            center.http().publish("log/blogger", "{\"level\":\"warn\"}");
        }
        try (TestCenter center = seeded()) {
            assertThat(center.http().read("log/blogger"))
                    .as("a person's edit stays")
                    .isEqualTo("{\"level\":\"warn\"}");
        }
        Files.writeString(file, "{\"level\":\"debug\"}");
        try (TestCenter center = seeded()) {
            assertThat(center.http().read("log/blogger")).isEqualTo("{\"level\":\"debug\"}");
        }
    }

    @Test
    void aSeededServiceHasAFileWithItsReadToken() throws IOException {
        seed("database/blogger.json", "{\"password\":\"hunter2\"}");
        Path file = folder.resolve("data/tokens/blogger.token");
        String token;
        try (TestCenter center = seeded()) {
            token = Files.readString(file).strip();
            try (Http blogger = center.as(token)) {
                assertThat(blogger.read("database/blogger")).isEqualTo("{\"password\":\"hunter2\"}");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        seeded().close();
        assertThat(Files.readString(file).strip()).isEqualTo(token);
        Files.delete(file);
        try (TestCenter center = seeded();
                Http blogger = center.as(Files.readString(file).strip())) {
            assertThat(blogger.read("database/blogger")).contains("hunter2");
        }
    }

    @Test
    void aSeedThatCannotBeUsedEndsTheStartByTheNameOfTheFile() throws IOException {
        seed("log/blogger.json", "{\"level\":");

        assertThatThrownBy(this::seeded).isInstanceOf(SettingsException.class).hasMessageContaining("log/blogger.json");
    }

    @Test
    void aSeedThatIsNotThereEndsTheStart() {
        assertThatThrownBy(this::seeded)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("seed is no folder");
    }

    @Test
    void aFolderIsExportedAndImportedByCommand() throws IOException {
        Path files = folder.resolve("files");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        try (TestCenter center = TestCenter.in(folder.resolve("a"))) {
            center.http().put("/schemas/log", "{\"required\":[\"level\"]}");
            center.http().publish("log/blogger@canary", "{\"level\":\"info\"}");
            center.http().publish("database/blogger", "{\"url\":\"x\",\"password\":\"hunter2\"}");

            FileCommand.of("export", files.toString(), center.url()).run(print);
            Path database = files.resolve("database/blogger.json");
            String exported = Files.readString(database);
            Files.writeString(database, exported.replace("\"x\"", "\"y\""));
            FileCommand.of("import", files.toString(), center.url()).run(print);

            assertThat(exported).contains("******").doesNotContain("hunter2");
            assertThat(center.http().read("database/blogger")).isEqualTo("{\"url\":\"y\",\"password\":\"******\"}");
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("2 entries and 1 schemas written")
                .contains("published database/blogger")
                .contains("1 entries are as they were");
        assertThatThrownBy(() -> FileCommand.of("exprot", "x")).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> FileCommand.of("export", files.toString(), "http://127.0.0.1:1")
                        .run(print))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("could not be reached");
    }
}
