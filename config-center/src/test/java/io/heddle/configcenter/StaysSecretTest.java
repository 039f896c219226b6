package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was secret once stays so, whatever a schema says later.
final class StaysSecretTest {
    private static final String SCHEMA = "{\"properties\":{\"dsn\":{\"writeOnly\":true}}}";
    private static final String MASKED = "{\"dsn\":\"******\"}";

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

    private static String dsn(String secret) {
        return "{\"dsn\":\"" + secret + "\"}";
    }

    private long publish(String secret) {
        return http.publish("mail/shop", dsn(secret)).revision();
    }

    private void assertNothingIsShown(String... secrets) {
        for (String path : new String[] {
            "/config-center/mail/shop",
            "/config-center/mail/shop?label=canary",
            "/entries/mail/shop",
            "/entries/mail/shop/draft",
            "/entries/mail/shop/releases",
            "/entries/mail/shop/diff",
            "/export",
            "/watch?entries=*/shop"
        }) {
            assertThat(http.get(path).body()).as(path).doesNotContain(secrets);
        }
    }

    @Test
    void whenItsSchemaIsDroppedOrWeakened() {
        http.put("/schemas/mail", SCHEMA);
        long first = publish("hunter2");
        http.put("/entries/mail/shop/draft", dsn("hunter3"));
        http.put("/entries/mail/shop/gray", "{\"labels\":[\"canary\"],\"value\":" + dsn("hunter4") + "}");

        http.put("/schemas/mail", "{}");
        assertNothingIsShown("hunter");
        assertThat(http.delete("/schemas/mail").status()).isEqualTo(200);
        assertNothingIsShown("hunter");

        assertThat(http.post("/entries/mail/shop/gray/promote", "").status()).isEqualTo(200);
        assertNothingIsShown("hunter");
        assertThat(http.post("/entries/mail/shop/publish", "{\"base\":" + revision() + "}")
                        .status())
                .isEqualTo(200);
        assertThat(http.read("mail/shop")).isEqualTo(MASKED);
        http.delete("/entries/mail/shop");
        assertThat(http.post("/entries/mail/shop/rollback", "{\"revision\":" + first + "}")
                        .status())
                .isEqualTo(200);
        assertThat(http.read("mail/shop")).isEqualTo(MASKED);
        center.admin().post("/keys/rotate", "{}");
        assertThat(http.read("mail/shop")).isEqualTo(MASKED);
        try (Http owner = center.as(center.token("shop"))) {
            assertThat(owner.read("mail/shop")).isEqualTo(dsn("hunter2"));
        }
    }

    private long revision() {
        return http.get("/entries/mail/shop").revision();
    }

    @Test
    void aMaskOfItIsKeptWithoutTheSchema() {
        http.put("/schemas/mail", SCHEMA);
        publish("hunter2");
        http.delete("/schemas/mail");

        assertThat(http.publish("mail/shop", "{\"dsn\":\"******\",\"to\":1}").status())
                .isEqualTo(200);

        try (Http owner = center.as(center.token("shop"))) {
            assertThat(owner.read("mail/shop")).isEqualTo("{\"dsn\":\"hunter2\",\"to\":1}");
        }
    }

    @Test
    void whatASchemaComesToMarkIsSealedWhereverItIs() {
        publish("hunter1");
        publish("hunter2");
        http.put("/entries/mail/shop/draft", dsn("hunter3"));
        http.put("/entries/mail/shop/gray", "{\"labels\":[\"canary\"],\"value\":" + dsn("hunter4") + "}");

        http.put("/schemas/mail", SCHEMA);
        http.delete("/schemas/mail");

        assertNothingIsShown("hunter");
        assertThat(http.get("/entries/mail/shop/diff?from=1&to=2").body()).doesNotContain("hunter");
    }

    @Test
    void aSchemaDoesNotTellWhetherASecretKeepsIt() {
        http.publish("mail/shop", "{\"password\":\"hunter2\"}");

        assertThat(guess("^h").status()).isEqualTo(200);
        assertThat(guess("^x").status()).isEqualTo(200);
        String asked = "{\"if\":{\"properties\":{\"password\":{\"pattern\":\"^h\"}}},\"then\":false}";
        assertThat(http.put("/schemas/mail", asked).status()).isEqualTo(200);
    }

    /// A pattern that the secret keeps and one that it does not have the same answers, wherever it is asked.
    @Test
    void nobodyLearnsByPatternsWhatIsKept() {
        long first =
                http.publish("mail/shop", "{\"password\":\"hunter1\",\"n\":1}").revision();
        http.publish("mail/shop", "{\"password\":\"hunter2\",\"n\":1}");
        String masked = "{\"password\":\"******\",\"n\":2}";

        for (String schema : new String[] {"PATTERN", "{\"if\":PATTERN,\"then\":{\"properties\":{\"n\":false}}}"}) {
            assertThat(answers(schema.replace("PATTERN", pattern("^hunter")), masked, first))
                    .as(schema)
                    .isEqualTo(answers(schema.replace("PATTERN", pattern("^x")), masked, first));
        }
    }

    private static String pattern(String text) {
        return "{\"properties\":{\"password\":{\"pattern\":\"" + text + "\"}}}";
    }

    private List<String> answers(String schema, String masked, long first) {
        String at = "/entries/mail/shop";
        String gray = "{\"labels\":[\"canary\"]}";
        return Stream.of(
                        http.put("/schemas/mail", schema),
                        http.post(at + "/check", masked),
                        http.publish("mail/shop", masked),
                        http.put(at + "/draft", masked),
                        http.put(at + "/gray", gray),
                        http.post(at + "/gray/promote", ""),
                        http.post(at + "/publish", "{\"base\":" + revision() + "}"),
                        http.post(at + "/rollback", "{\"revision\":" + first + "}"),
                        http.post("/import", http.get("/export").data().toString()))
                .map(answer -> answer.status() + answer.json().path("error").toString())
                .toList();
    }

    @Test
    void aSecretIsJudgedWhenItIsSent() {
        http.put("/schemas/mail", "{\"properties\":{\"password\":{\"minLength\":8}}}");
        String tooShort = "{\"password\":\"hunter2\"}";

        assertThat(http.publish("mail/shop", tooShort).status()).isEqualTo(422);
        assertThat(http.put("/entries/mail/shop/draft", tooShort).status()).isEqualTo(422);
        assertThat(http.post("/entries/mail/shop/check", tooShort).data().size())
                .isEqualTo(1);
        assertThat(http.publish("mail/shop", "{\"password\":\"hunter22\"}").status())
                .isEqualTo(200);
        assertThat(http.publish("mail/shop", "{\"password\":\"******\",\"n\":1}")
                        .status())
                .isEqualTo(200);
    }

    private Http.Answer guess(String pattern) {
        return http.put("/schemas/mail", "{\"properties\":{\"password\":{\"pattern\":\"" + pattern + "\"}}}");
    }
}
