package io.heddle.testkit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What every config centre must do for its readers, tested over HTTP. A test class implements it.
public interface ConfigContract {
    /// How long a test waits for what must happen.
    Duration PATIENCE = Duration.ofSeconds(10);

    /// The address of a centre with nothing in it.
    String url();

    /// Publishes a JSON object in that centre.
    void publish(String config, String service, String json);

    /// Ends what was published in that centre.
    void delete(String config, String service);

    /// A read token of a service in that centre.
    String token(String service);

    private Reader reader() {
        return new Reader(url(), "");
    }

    @Test
    default void givesTheBareObjectAndAnEmptyOneWhenThereIsNone() {
        publish("log", "blogger", "{\"level\":\"debug\"}");

        assertEquals(
                "{\"level\":\"debug\"}",
                reader().get("/config-center/log/blogger").body());
        assertEquals("{}", reader().get("/config-center/log/article").body());
        delete("log", "blogger");
        assertEquals("{}", reader().get("/config-center/log/blogger").body());
    }

    @Test
    default void givesALabelItsOwnOrWhatAllHave() {
        publish("log", "blogger", "{\"level\":\"info\"}");
        publish("log", "blogger@canary", "{\"level\":\"debug\"}");

        assertEquals(
                "{\"level\":\"debug\"}",
                reader().get("/config-center/log/blogger?label=canary").body());
        assertEquals(
                "{\"level\":\"info\"}",
                reader().get("/config-center/log/blogger?label=other").body());
        assertEquals("debug", level(reader().data("/watch?entries=*/blogger@canary")));
        assertEquals("info", level(reader().data("/watch?entries=log/blogger")));
    }

    private static String level(JsonNode state) {
        return state.path("entries").path(0).path("value").path("level").asString();
    }

    @Test
    default void doesNotSendAgainWhatIsUnchanged() {
        publish("log", "blogger", "{\"level\":\"debug\"}");
        String tag = reader().get("/config-center/log/blogger")
                .headers()
                .firstValue("ETag")
                .orElse("");

        assertEquals(
                304,
                reader().get("/config-center/log/blogger", "If-None-Match", tag).statusCode());
        publish("log", "blogger", "{\"level\":\"info\"}");
        assertEquals(
                200,
                reader().get("/config-center/log/blogger", "If-None-Match", tag).statusCode());
    }

    @Test
    default void masksSecretsButToTheTokenOfTheirService() {
        String secret = "{\"password\":\"hunter2\"}";
        String masked = "{\"password\":\"******\"}";
        publish("database", "blogger", secret);
        Reader owner = new Reader(url(), token("blogger"));
        Reader other = new Reader(url(), token("article"));

        assertEquals(secret, owner.get("/config-center/database/blogger").body());
        assertEquals(masked, reader().get("/config-center/database/blogger").body());
        assertFalse(other.get("/config-center/database/blogger").body().contains("hunter2"));
        assertTrue(owner.get("/watch?entries=*/blogger").body().contains("hunter2"));
        assertFalse(reader().get("/watch?entries=*/blogger").body().contains("hunter2"));
        assertEquals(
                401,
                new Reader(url(), "wrong")
                        .get("/config-center/database/blogger")
                        .statusCode());
    }

    @Test
    default void aWatchGivesTheWholeStateAndThenWaitsForAChangeOfItsEntries() throws InterruptedException {
        publish("log", "blogger", "{\"level\":\"info\"}");
        JsonNode state = reader().data("/watch?entries=*/blogger,log/article");
        String since = "&since=" + state.path("revision").asLong();

        Thread other = Thread.ofVirtual().start(() -> {
            publish("log", "shop", "{}");
            publish("shelf", "blogger", "{\"page\":5}");
        });
        JsonNode next = reader().data("/watch?entries=*/blogger&entries=log/article&wait=10s" + since);
        other.join();

        assertTrue(state.path("changed").asBoolean());
        assertEquals(1, state.path("entries").size());
        assertTrue(next.path("changed").asBoolean());
        assertEquals(
                List.of("log", "shelf"),
                next.path("entries")
                        .valueStream()
                        .map(entry -> entry.path("config_name").asString())
                        .toList());
    }

    @Test
    default void aWatchForNothingEndsWithItsWait() {
        publish("log", "blogger", "{}");
        long revision =
                reader().data("/watch?entries=*/blogger").path("revision").asLong();

        JsonNode answer = reader().data("/watch?entries=*/blogger&wait=10ms&since=" + revision);

        assertFalse(answer.path("changed").asBoolean());
        assertEquals(0, answer.path("entries").size());
    }

    @Test
    default void aRevisionOfTheFutureGetsTheWholeState() {
        publish("log", "blogger", "{}");

        JsonNode answer = reader().data("/watch?entries=*/blogger&wait=10s&since=" + Long.MAX_VALUE);

        assertTrue(answer.path("changed").asBoolean());
        assertEquals(1, answer.path("entries").size());
    }

    @Test
    default void aStreamTellsOfEachChangeAndOfAnEnd() {
        publish("log", "blogger", "{\"level\":\"info\"}");
        try (EventLines events = EventLines.open(url(), "/events?entries=*/blogger")) {
            assertEquals("info", level(events.next()));
            publish("log", "blogger", "{\"level\":\"debug\"}");
            assertEquals("debug", level(events.next()));
            delete("log", "blogger");
            assertEquals(0, events.next().path("entries").size());
        }
    }

    @Test
    default void refusesWhatIsWrongByTheNameOfTheField() {
        assertRefused("entries", "/watch?entries=blogger");
        assertRefused("entries", "/watch?entries=log/No");
        assertRefused("entries", "/events?entries=*/*");
        assertRefused("entries", "/watch");
        assertRefused("since", "/watch?entries=*/blogger&since=-1");
        assertRefused("since", "/watch?entries=*/blogger&since=x");
        assertRefused("wait", "/watch?entries=*/blogger&wait=1h");
        assertRefused("config_name", "/config-center/No/blogger");
        assertRefused("service", "/config-center/log/No");
    }

    private void assertRefused(String field, String path) {
        var answer = reader().get(path);
        assertEquals(400, answer.statusCode(), path);
        assertTrue(answer.body().contains(field), answer::body);
    }
}
