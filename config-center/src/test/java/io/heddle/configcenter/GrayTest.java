package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GrayTest {
    private static final String ENTRY = "/entries/log/blogger";

    @TempDir
    private Path folder;

    private TestCenter center;
    private Http http;

    @BeforeEach
    void open() {
        center = TestCenter.in(folder);
        http = center.http();
        http.publish("log/blogger", "{\"level\":\"info\"}");
    }

    @AfterEach
    void close() {
        center.close();
    }

    private String read(String who) {
        return http.read("log/blogger" + who);
    }

    private void begin() {
        http.put(
                ENTRY + "/gray",
                "{\"labels\":[\"canary\"],\"instances\":[\"host-7\"],\"value\":{\"level\":\"debug\"}}");
    }

    @Test
    void someHaveItBeforeAllOthers() {
        begin();

        assertThat(read("?label=canary")).isEqualTo("{\"level\":\"debug\"}");
        assertThat(read("?instance=host-7")).isEqualTo("{\"level\":\"debug\"}");
        assertThat(read("?label=other&instance=host-8")).isEqualTo("{\"level\":\"info\"}");
        assertThat(read("")).isEqualTo("{\"level\":\"info\"}");
        assertThat(http.get("/watch?entries=*/blogger@canary").body()).contains("debug");
        assertThat(http.get("/watch?entries=*/blogger&instance=host-7").body()).contains("debug");
        assertThat(http.get("/watch?entries=*/blogger").body()).contains("info");
    }

    @Test
    void thenAllHaveIt() {
        begin();

        Http.Answer release = http.post(ENTRY + "/gray/promote", "{}");

        assertThat(release.data().path("kind").asString()).isEqualTo("PROMOTE");
        assertThat(read("")).isEqualTo("{\"level\":\"debug\"}");
        assertThat(http.get(ENTRY).data().path("gray").isNull()).isTrue();
        assertThat(http.post(ENTRY + "/gray/promote", "{}").status()).isEqualTo(404);
    }

    @Test
    void orNobodyHasItAnyMore() {
        begin();

        assertThat(http.delete(ENTRY + "/gray").status()).isEqualTo(200);

        assertThat(read("?label=canary")).isEqualTo("{\"level\":\"info\"}");
        assertThat(http.delete(ENTRY + "/gray").status()).isEqualTo(404);
    }

    @Test
    void aLabelMayHaveAnEntryOfItsOwn() {
        http.publish("log/blogger@canary", "{\"level\":\"warn\"}");
        begin();

        assertThat(read("?label=canary")).isEqualTo("{\"level\":\"warn\"}");
        http.delete("/entries/log/blogger@canary");
        assertThat(read("?label=canary")).isEqualTo("{\"level\":\"debug\"}");
    }

    @Test
    void itMustBeForSomebody() {
        Http.Answer nobody = http.put(ENTRY + "/gray", "{\"value\":{}}");
        Http.Answer nothing = http.put(ENTRY + "/gray", "{\"labels\":[\"a\"]}");

        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.message()).contains("labels");
        assertThat(nothing.status()).isEqualTo(404);
    }
}
