package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No schema breaks the centre or keeps it busy.
final class EndlessSchemaTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"#\"}",
                "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"$ref\":\"#/$defs/a\"}}}",
                "{\"properties\":{\"x\":{\"allOf\":[{\"not\":{\"$ref\":\"#/properties/x\"}}]}}}",
                "{\"$ref\":\"classpath:application.yaml\"}",
                "{\"$ref\":\"other\"}",
                "{\"properties\":{\"const\":{\"$ref\":\"classpath:application.yaml\"}}}",
                "{\"$dynamicRef\":\"https://json-schema.org/draft/2020-12/schema\"}"
            })
    void aSchemaThatLeadsOutOrInACircleIsRefused(String schema) {
        Http.Answer refused = http.put("/schemas/log", schema);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(http.publish("log/blogger", "{\"x\":1}").status()).isEqualTo(200);
    }

    @Test
    void aSchemaMayReferToItselfFurtherIn() {
        http.put("/schemas/log", "{\"properties\":{\"child\":{\"$ref\":\"#\"},\"n\":{\"type\":\"integer\"}}}");

        assertThat(http.publish("log/blogger", "{\"child\":{\"child\":{\"n\":1}}}")
                        .status())
                .isEqualTo(200);
        assertThat(http.publish("log/blogger", "{\"child\":{\"child\":{\"n\":\"\"}}}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aSchemaThatUnfoldsIntoVeryManyIsRefused() {
        StringBuilder schema = new StringBuilder("{\"$ref\":\"#/$defs/a0\",\"$defs\":{");
        for (int i = 0; i < 30; i++) {
            String next = "{\"$ref\":\"#/$defs/a" + (i + 1) + "\"}";
            schema.append("\"a" + i + "\":{\"allOf\":[" + next + "," + next + "]},");
        }

        assertThat(http.put("/schemas/log", schema + "\"a30\":{}}}").status()).isEqualTo(422);
    }

    @Test
    void whatIsNoRegularExpressionIsCalledSo() {
        Http.Answer refused = http.put("/schemas/log", "{\"properties\":{\"a\":{\"pattern\":\"(\"}}}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.message()).isEqualTo("/properties/a/pattern must be a regular expression");
        assertThat(http.put("/schemas/log", "{\"patternProperties\":{\"[\":{}}}")
                        .message())
                .contains("regular expression");
    }

    @Test
    void aPatternThatTakesForEverIsGivenUpAndOthersGoOn() {
        http.put("/schemas/log", "{\"properties\":{\"a\":{\"pattern\":\"(a*)*(a*)*\\\\1c\"}}}");

        Http.Answer given = http.publish("log/blogger", "{\"a\":\"" + "a".repeat(40) + "\"}");

        assertThat(given.status()).isEqualTo(422);
        assertThat(given.message()).contains("regular expression");
        assertThat(http.publish("shelf/blogger", "{\"page\":1}").status()).isEqualTo(200);
    }

    @Test
    void aPatternOfNamesThatTakesForEverHidesRatherThanShows() {
        String value = "{\"" + "a".repeat(40) + "\":\"b\"}";
        assertThat(http.put("/entries/log/blogger/draft", value).body()).doesNotContain("******");

        http.put("/schemas/log", "{\"patternProperties\":{\"(a*)*(a*)*\\\\1c\":{\"writeOnly\":true}}}");

        assertThat(http.get("/entries/log/blogger/draft").body()).contains("******");
        assertThat(http.put("/entries/log/blogger/draft", value).status()).isEqualTo(422);
        assertThat(http.publish("log/blogger", value).status()).isEqualTo(422);
    }

    @Test
    void aTextThatIsTooLongForAPatternIsRefused() {
        http.put("/schemas/log", "{\"properties\":{\"a\":{\"pattern\":\"^(x|y)*$\"}}}");

        assertThat(http.publish("log/blogger", "{\"a\":\"" + "x".repeat(40_000) + "\"}")
                        .status())
                .isIn(200, 422);
        assertThat(http.publish("log/blogger", "{\"a\":\"xyx\"}").status()).isEqualTo(200);
    }
}
