package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaTest {
    private static final String SCHEMA = "{\"type\":\"object\",\"required\":[\"level\"],\"properties\":{"
            + "\"level\":{\"enum\":[\"debug\",\"info\"]},\"queue\":{\"type\":\"integer\",\"minimum\":16},"
            + "\"secret\":{\"type\":\"string\",\"minLength\":8}}}";

    @TempDir
    private Path folder;

    private TestCenter center;
    private Http http;

    @BeforeEach
    void open() {
        center = TestCenter.in(folder);
        http = center.http();
    }

    @AfterEach
    void close() {
        center.close();
    }

    @Test
    void aReleaseMustKeepItAndIsToldAllThatIsWrong() {
        http.put("/schemas/log", SCHEMA);

        Http.Answer bad = http.publish("log/blogger", "{\"level\":\"loud\",\"queue\":1,\"secret\":\"abc123\"}");
        Http.Answer missing = http.publish("log/blogger", "{}");

        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.json().path("error").size()).isEqualTo(3);
        assertThat(bad.body()).contains("/level", "/queue", "/secret").doesNotContain("abc123");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("level");
        assertThat(http.read("log/blogger")).isEqualTo("{}");
        assertThat(http.publish("log/blogger", "{\"level\":\"info\"}").status()).isEqualTo(200);
    }

    @Test
    void aValueIsCheckedWithoutBeingKept() {
        http.put("/schemas/log", SCHEMA);

        Http.Answer wrong =
                http.post("/entries/log/blogger/check", "{\"level\":\"loud\",\"queue\":1,\"secret\":\"abc123\"}");

        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.data().size()).isEqualTo(3);
        assertThat(wrong.body()).contains("/level", "/queue", "/secret").doesNotContain("abc123");
        assertThat(http.post("/entries/log/blogger/check", "{\"level\":\"info\"}")
                        .data()
                        .isEmpty())
                .isTrue();
        assertThat(http.get("/entries").data().isEmpty()).isTrue();
        assertThat(http.get("/audit").body()).doesNotContain("check");
    }

    @Test
    void aDraftMayBreakItUntilItIsPublished() {
        http.put("/schemas/log", SCHEMA);

        assertThat(http.put("/entries/log/blogger/draft", "{\"level\":\"loud\"}")
                        .status())
                .isEqualTo(200);
        assertThat(http.post("/entries/log/blogger/publish", "{}").status()).isEqualTo(422);
        assertThat(http.put("/entries/log/blogger/gray", "{\"labels\":[\"a\"]}").status())
                .isEqualTo(422);
    }

    @Test
    void itIsRefusedWhenItIsNoneOrWhatIsPublishedDoesNotKeepIt() {
        assertThat(http.put("/schemas/log", "{\"type\":\"objekt\"}").status()).isEqualTo(422);
        assertThat(http.put("/schemas/log", "{\"$ref\":\"http://127.0.0.1:1/x\"}")
                        .status())
                .isEqualTo(422);
        assertThat(http.put("/schemas/log", "{\"$ref\":\"#/$defs/none\"}").status())
                .isEqualTo(422);
        http.publish("log/blogger", "{\"level\":\"loud\"}");

        Http.Answer refused = http.put("/schemas/log", SCHEMA);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("blogger /level");
        assertThat(http.get("/schemas").data().size()).isZero();
    }

    @Test
    void whatItComesToMarkAsSecretIsMaskedFromThenOn() {
        http.publish("mail/blogger", "{\"pin\":\"1234\"}");
        assertThat(http.read("mail/blogger")).isEqualTo("{\"pin\":\"1234\"}");

        http.put("/schemas/mail", "{\"properties\":{\"pin\":{\"writeOnly\":true}}}");

        assertThat(http.read("mail/blogger")).isEqualTo("{\"pin\":\"******\"}");
        assertThat(http.delete("/schemas/mail").status()).isEqualTo(200);
        assertThat(http.delete("/schemas/mail").status()).isEqualTo(404);
        assertThat(http.read("mail/blogger")).isEqualTo("{\"pin\":\"******\"}");
    }
}
