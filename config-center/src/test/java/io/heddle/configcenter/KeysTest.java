package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No key that something is sealed under is ever lost.
final class KeysTest {
    private static final String DATABASE = "{\"password\":\"hunter2\"}";

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("config.keys");
    }

    private static String rotate(TestCenter center) {
        try (Http admin = center.admin()) {
            return admin.post("/keys/rotate", "{}").data().path("key").asString();
        }
    }

    private static String owned(TestCenter center, String token) {
        try (Http owner = center.as(token)) {
            return owner.read("database/blogger");
        }
    }

    @Test
    void theNameOfAKeyThatIsInUseIsNotGivenToAnother() throws IOException {
        String token;
        try (TestCenter center = TestCenter.in(folder)) {
            center.http().publish("database/blogger", DATABASE);
            token = center.token("blogger");
            assertThat(rotate(center)).isEqualTo("k2");
        }
        Files.write(file(), List.of(Files.readAllLines(file()).get(1)));

        try (TestCenter center = TestCenter.in(folder)) {
            assertThat(rotate(center)).isEqualTo("k3");
            assertThat(owned(center, token)).isEqualTo(DATABASE);
        }

        try (TestCenter center = TestCenter.in(folder)) {
            assertThat(owned(center, token)).isEqualTo(DATABASE);
        }
        assertThat(Files.readAllLines(folder.resolve("config.keys.old"))).hasSize(1);
    }

    @Test
    void nodesThatShareTheFileKeepTheKeysOfEachOther() throws IOException {
        String url = "jdbc:h2:mem:shared-keys;DB_CLOSE_DELAY=-1";
        Map<String, String> settings = Map.of("database.url", url);
        try (TestCenter one = TestCenter.in(folder, settings);
                TestCenter other = TestCenter.in(folder, settings)) {
            assertThat(rotate(one)).isEqualTo("k2");
            assertThat(rotate(other)).isEqualTo("k3");
            assertThat(rotate(one)).isEqualTo("k4");
        }
        assertThat(Files.readAllLines(file()))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("k1", "k2", "k3", "k4");
    }
}
