package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReleasesTest {
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
    void aReaderGetsTheBareObjectAndAnEmptyOneWhenThereIsNone() {
        assertThat(http.read("log/blogger")).isEqualTo("{}");

        assertThat(http.publish("log/blogger", "{\"level\":\"debug\",\"n\":1.50}")
                        .status())
                .isEqualTo(200);

        assertThat(http.read("log/blogger")).isEqualTo("{\"level\":\"debug\",\"n\":1.50}");
        assertThat(http.read("log/other")).isEqualTo("{}");
        assertThat(http.get("/config-center/log/blogger").header("Content-Type"))
                .startsWith("application/json");
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        http.publish("log/blogger", "{\"level\":\"debug\"}");
        String tag = http.get("/config-center/log/blogger").header("ETag");

        assertThat(http.get("/config-center/log/blogger", "If-None-Match", tag).status())
                .isEqualTo(304);
        http.publish("log/blogger", "{\"level\":\"info\"}");
        assertThat(http.get("/config-center/log/blogger", "If-None-Match", tag).status())
                .isEqualTo(200);
    }

    @Test
    void aDraftIsReadByNobodyBeforeItIsPublished() {
        assertThat(http.put("/entries/log/blogger/draft", "{\"level\":\"debug\"}")
                        .status())
                .isEqualTo(200);
        assertThat(http.read("log/blogger")).isEqualTo("{}");

        Http.Answer release = http.post("/entries/log/blogger/publish", "{\"comment\":\"look closer\"}");

        assertThat(release.status()).isEqualTo(200);
        assertThat(release.data().path("author").asString()).isEqualTo("local");
        assertThat(release.data().path("comment").asString()).isEqualTo("look closer");
        assertThat(http.read("log/blogger")).isEqualTo("{\"level\":\"debug\"}");
        assertThat(http.get("/entries/log/blogger/draft").status()).isEqualTo(404);
        assertThat(http.post("/entries/log/blogger/publish", "{}").status()).isEqualTo(404);
    }

    @Test
    void whatWasPublishedSinceIsNotRolledBackUnseen() {
        long first = http.publish("log/blogger", "{\"level\":\"debug\"}").revision();
        long second = http.publish("log/blogger", "{\"level\":\"warn\"}").revision();
        http.publish("log/blogger", "{\"level\":\"error\"}");
        String back = "{\"revision\":" + first + ",\"base\":" + second + "}";

        assertThat(http.post("/entries/log/blogger/rollback", back).code()).isEqualTo("release_changed");
        assertThat(http.read("log/blogger")).isEqualTo("{\"level\":\"error\"}");
    }

    @Test
    void aDraftThatWasMadeFromAnOlderReleaseIsAConflict() {
        long first = http.publish("log/blogger", "{\"level\":\"debug\"}").revision();
        http.put("/entries/log/blogger/draft", "{\"level\":\"warn\"}");
        http.publish("log/blogger", "{\"level\":\"info\"}");

        Http.Answer answer = http.post("/entries/log/blogger/publish", "{}");
        Http.Answer based =
                http.post("/entries/log/blogger/publish", "{\"value\":{\"level\":\"off\"},\"base\":" + first + "}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("release_changed");
        assertThat(based.status()).isEqualTo(409);
        assertThat(http.read("log/blogger")).isEqualTo("{\"level\":\"info\"}");
    }

    @Test
    void historyDiffAndRollBackTellTheStory() {
        long first =
                http.publish("log/blogger", "{\"level\":\"debug\",\"a\":[1,2]}").revision();
        long second = http.publish("log/blogger", "{\"level\":\"info\",\"a\":[1,3],\"b\":{\"c\":1}}")
                .revision();

        Http.Answer diff = http.get("/entries/log/blogger/diff?from=" + first + "&to=" + second);
        Http.Answer back = http.post("/entries/log/blogger/rollback", "{\"revision\":" + first + "}");
        Http.Answer history = http.get("/entries/log/blogger/releases?limit=2");

        assertThat(diff.data().toString())
                .isEqualTo("[{\"path\":\"/a/1\",\"before\":2,\"after\":3},"
                        + "{\"path\":\"/b\",\"before\":null,\"after\":{\"c\":1}},"
                        + "{\"path\":\"/level\",\"before\":\"debug\",\"after\":\"info\"}]");
        assertThat(back.data().path("kind").asString()).isEqualTo("ROLLBACK");
        assertThat(http.read("log/blogger")).isEqualTo("{\"level\":\"debug\",\"a\":[1,2]}");
        assertThat(history.json().path("pagination").path("total").asInt()).isEqualTo(3);
        assertThat(history.data().path(1).path("revision").asLong()).isEqualTo(second);
        assertThat(http.get("/entries/log/blogger/releases/" + first)
                        .data()
                        .path("value")
                        .path("level")
                        .asString())
                .isEqualTo("debug");
    }

    @Test
    void anEntryEndsAndItsHistoryStays() {
        long first = http.publish("log/blogger", "{\"level\":\"debug\"}").revision();

        assertThat(http.delete("/entries/log/blogger").status()).isEqualTo(200);

        assertThat(http.read("log/blogger")).isEqualTo("{}");
        assertThat(http.get("/entries").data().size()).isZero();
        assertThat(http.delete("/entries/log/blogger").status()).isEqualTo(404);
        assertThat(http.get("/entries/log/blogger/releases").data().size()).isEqualTo(2);
        http.post("/entries/log/blogger/rollback", "{\"revision\":" + first + "}");
        assertThat(http.read("log/blogger")).isEqualTo("{\"level\":\"debug\"}");
    }

    @Test
    void everythingIsThereAfterARestart() {
        http.publish("log/blogger", "{\"level\":\"debug\"}");
        http.put("/entries/log/blogger/draft", "{\"level\":\"warn\"}");
        center.close();

        center = TestCenter.in(folder);
        http = center.http();

        assertThat(http.read("log/blogger")).isEqualTo("{\"level\":\"debug\"}");
        assertThat(http.get("/entries/log/blogger/draft")
                        .data()
                        .path("value")
                        .path("level")
                        .asString())
                .isEqualTo("warn");
    }

    @Test
    void theAuditTrailSaysWhoDidWhat() {
        http.publish("log/blogger", "{\"level\":\"debug\"}");
        http.delete("/entries/log/blogger");

        Http.Answer audit = http.get("/audit?config=log&service=blogger");

        assertThat(audit.data().path(0).path("action").asString()).isEqualTo("delete");
        assertThat(audit.data().path(1).path("action").asString()).isEqualTo("publish");
        assertThat(audit.data().path(1).path("author").asString()).isEqualTo("local");
        assertThat(http.get("/audit?service=other").data().size()).isZero();
    }

    @Test
    void ofManyThatPublishFromTheSameReleaseOneWins() throws InterruptedException {
        long base = http.publish("log/blogger", "{\"level\":\"info\"}").revision();
        AtomicInteger won = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        List<Thread> threads = IntStream.range(0, 16)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    int status = http.post(
                                    "/entries/log/blogger/publish",
                                    "{\"value\":{\"n\":" + i + "},\"base\":" + base + "}")
                            .status();
                    (status == 200 ? won : lost).incrementAndGet();
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(won).hasValue(1);
        assertThat(lost).hasValue(15);
        assertThat(http.get("/entries/log/blogger/releases").data().size()).isEqualTo(2);
    }

    @Test
    void manyPublishAtTheSameTimeAndEachHasARevisionOfItsOwn() throws InterruptedException {
        Set<Long> revisions = ConcurrentHashMap.newKeySet();
        List<Thread> threads = IntStream.range(0, 16)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    String value = "{\"n\":" + i + "}";
                    revisions.add(http.publish("log/service-" + i, value).revision());
                    assertThat(http.read("log/service-" + i)).isEqualTo(value);
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(revisions).hasSize(16).doesNotContain(0L);
        assertThat(http.get("/entries").data().size()).isEqualTo(16);
    }

    @Test
    void whatIsTooOldToBeKeptCannotBeRolledBackTo() {
        center.close();
        center = TestCenter.in(folder, Map.of("center.keeping.releases", "2", "center.keeping.audits", "3"));
        http = center.http();
        long first = http.publish("log/blogger", "{\"n\":1}").revision();
        long second = http.publish("log/blogger", "{\"n\":2}").revision();
        http.publish("log/blogger", "{\"n\":3}");

        Http.Answer back = http.post("/entries/log/blogger/rollback", "{\"revision\":" + first + "}");

        assertThat(back.status()).isEqualTo(404);
        assertThat(back.message()).contains("the oldest that is kept is " + second);
        assertThat(http.get("/entries/log/blogger/diff?from=" + first).status()).isEqualTo(404);
        assertThat(http.get("/entries/log/blogger/releases")
                        .json()
                        .path("pagination")
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(http.get("/audit").json().path("pagination").path("total").asInt())
                .isEqualTo(3);
        assertThat(http.read("log/blogger")).isEqualTo("{\"n\":3}");
    }
}
