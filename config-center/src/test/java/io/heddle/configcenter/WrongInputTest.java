package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each route names what is wrong.
final class WrongInputTest {
    @TempDir
    private Path folder;

    private TestCenter center;

    @BeforeEach
    void open() {
        center = TestCenter.in(folder);
        center.http().publish("log/blogger", "{\"level\":\"info\"}");
    }

    @AfterEach
    void close() {
        center.close();
    }

    private void refuses(String method, String path, @Nullable String body, String field) {
        Http.Answer answer = center.admin().send(method, path, body);
        assertThat(answer.status())
                .as(method + ' ' + path + ' ' + answer.body())
                .isBetween(400, 422);
        assertThat(answer.message()).as(method + ' ' + path).contains(field);
    }

    @Test
    void namesOfEntriesAreChecked() {
        for (String path : new String[] {"", "/draft", "/releases", "/releases/1", "/diff?from=1&to=1"}) {
            refuses("GET", "/entries/No/blogger" + path, null, "config");
            refuses("GET", "/entries/log/blogger@" + path, null, "service");
            refuses("GET", "/entries/log/nobody" + path, null, "log/nobody");
        }
        refuses("DELETE", "/entries/log/No", null, "service");
        refuses("PUT", "/entries/9/blogger/draft", "{}", "config");
        refuses("GET", "/entries?config=No", null, "config");
        refuses("GET", "/export?service=No", null, "service");
        refuses("PUT", "/schemas/No", "{}", "config");
        refuses("POST", "/tokens/No/rotate", "{}", "name");
    }

    @Test
    void numbersAreChecked() {
        refuses("GET", "/entries/log/blogger/releases?page=0", null, "page");
        refuses("GET", "/entries/log/blogger/releases?limit=201", null, "limit");
        refuses("GET", "/audit?limit=0", null, "limit");
        refuses("GET", "/entries/log/blogger/releases/x", null, "revision");
        refuses("GET", "/entries/log/blogger/releases/99", null, "99");
        refuses("GET", "/entries/log/blogger/diff?from=99&to=1", null, "99");
        refuses("PUT", "/entries/log/blogger/draft?base=x", "{}", "base");
        refuses("DELETE", "/entries/log/blogger?base=77", null, "base");
    }

    @Test
    void bodiesAreChecked() {
        refuses("PUT", "/entries/log/blogger/draft", "[1]", "body");
        refuses("PUT", "/entries/log/blogger/draft", "{\"a\":1e999999999}", "exponent");
        refuses("PUT", "/entries/log/blogger/draft", "{\"a\":\"" + "x".repeat(300_000) + "\"}", "262144");
        refuses("PUT", "/entries/log/blogger/draft", "{", "body");
        refuses("POST", "/entries/log/blogger/publish", "{\"valeu\":{}}", "valeu");
        refuses("POST", "/entries/log/blogger/publish", "{\"value\":[]}", "value");
        refuses("POST", "/entries/log/blogger/publish", "{}", "draft");
        refuses("POST", "/entries/log/blogger/publish", "{\"comment\":\"" + "x".repeat(2001) + "\"}", "comment");
        refuses("POST", "/entries/log/blogger/rollback", "{}", "revision");
        refuses("POST", "/entries/log/blogger/rollback", "{\"revision\":99}", "99");
        refuses("PUT", "/entries/log/blogger/gray", "{\"labels\":[\"\"],\"value\":{}}", "labels");
        refuses(
                "POST",
                "/import",
                "{\"schemas\":{},\"entries\":[{\"config\":\"No\",\"service\":\"a\",\"value\":{}}]}",
                "config");
        refuses("POST", "/import", "{\"schemas\":{\"a\":[]},\"entries\":[]}", "schemas.a");
        refuses("POST", "/tokens", "{}", "name");
    }
}
