package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    @Test
    void aKeyThatAnotherNodeMadeIsReadWhenItIsMet() {
        Map<String, String> settings = Map.of("database.url", "jdbc:h2:mem:met-keys;DB_CLOSE_DELAY=-1");
        try (TestCenter one = TestCenter.in(folder, settings);
                TestCenter other = TestCenter.in(folder, settings)) {
            String token = one.token("blogger");
            assertThat(rotate(one)).isEqualTo("k2");
            one.http().publish("database/blogger", DATABASE);

            await().until(() -> owned(other, token).equals(DATABASE));
            assertThat(other.http().get("/observe/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void aSecretThatANodeCannotOpenHarmsNothingElseThere() throws IOException {
        Map<String, String> settings = Map.of("database.url", "jdbc:h2:mem:own-keys;DB_CLOSE_DELAY=-1");
        Path elsewhere = folder.resolve("elsewhere");
        try (TestCenter other = TestCenter.in(elsewhere, settings);
                TestCenter one = TestCenter.in(folder, settings)) {
            String token = one.token("blogger");
            assertThat(rotate(one)).isEqualTo("k2");
            one.http().publish("database/blogger", DATABASE);
            one.http().publish("log/blogger", "{\"level\":\"info\"}");

            await().until(() -> other.http().read("log/blogger").contains("info"));
            assertThat(other.http().read("database/blogger")).isEqualTo("{\"password\":\"******\"}");
            assertThat(other.http().get("/observe/ready").status()).isEqualTo(503);
            try (Http owner = other.as(token)) {
                assertThat(owner.get("/config-center/database/blogger").code()).isEqualTo("secret_unreadable");
                assertThat(owner.get("/watch?entries=*/blogger").status()).isEqualTo(503);
                assertThat(owner.read("log/blogger")).contains("info");
            }
            assertThat(one.http().get("/observe/ready").status()).isEqualTo(200);

            Files.write(
                    elsewhere.resolve("config.keys"),
                    List.of(Files.readAllLines(file()).getLast()),
                    StandardOpenOption.APPEND);
            await().until(() -> owned(other, token).equals(DATABASE));
            await().until(() -> other.http().get("/observe/ready").status() == 200);
        }
    }
}
