package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.server.ServerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RegistryCenterTest {
    private final RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), CenterSettings.standard());
    private final Http http = new Http(registry.port());

    @AfterEach
    void close() {
        http.close();
        registry.close();
    }

    @Test
    void registersAsFocusMicroDoesAndAnswersWithAllServices() {
        http.register("calc", 1);

        Http.Answer answer = http.post("/register", """
                {"name":"blog","service":"http://127.0.0.1:2","register_time":1785312345.5,"keepalive_time":null}
                """);

        assertEquals(200, answer.status());
        assertEquals(0, answer.json().path("code").asInt());
        assertEquals(
                "http://127.0.0.1:1",
                answer.data().path("calc").path(0).path("service").asString());
        assertEquals("blog", answer.data().path("blog").path(0).path("name").asString());
        assertTrue(answer.data().path("blog").path(0).path("register_time").asDouble() > 1.7e9);
        assertTrue(answer.data().path("blog").path(0).path("keepalive_time").isNumber());
        assertFalse(answer.body().contains(Long.toString(answer.token())));
    }

    @Test
    void registersAgainUnderTheSameToken() {
        long token = http.register("calc", 1).token();

        assertEquals(token, http.register("calc", 1).token());
        assertEquals(1, http.get("/service/calc").data().size());
    }

    @Test
    void answersARegistrationWithOnlyWhatChangedSince() {
        http.register("calc", 1);
        String revision = http.register("blog", 2).header("X-Registry-Revision");

        Http.Answer nothing =
                http.post("/register?since=" + revision, "{\"name\":\"blog\",\"service\":\"http://127.0.0.1:2\"}");
        Http.Answer other =
                http.post("/register?since=" + revision, "{\"name\":\"shop\",\"service\":\"http://127.0.0.1:3\"}");

        assertEquals(0, nothing.data().size());
        assertEquals(1, other.data().size());
        assertEquals(1, other.data().path("shop").size());
    }

    @Test
    void anUnknownServiceIsAnEnveloped404() {
        Http.Answer answer = http.get("/service/nobody");

        assertEquals(404, answer.status());
        assertEquals(404, answer.json().path("status_code").asInt());
        assertTrue(answer.json().path("message").asString().contains("nobody"));
    }

    @Test
    void renewsByNumberAndSaysWhenTheLeaseIsUnknown() {
        long token = http.register("calc", 1).token();

        assertEquals(200, http.send("PUT", "/leases/" + token, null).status());
        Http.Answer unknown = http.send("PUT", "/leases/" + (token + 1), null);
        Http.Answer wrong = http.send("PUT", "/leases/abc", null);

        assertEquals(404, unknown.status());
        assertEquals("unknown_lease", unknown.code());
        assertEquals(400, wrong.status());
        assertTrue(wrong.json().path("message").asString().contains("token"));
    }

    @Test
    void renewsManyAndNamesTheUnknown() {
        long token = http.register("calc", 1).token();

        Http.Answer answer = http.post("/leases", "[" + token + ",5]", "Content-Type", "application/json");

        assertEquals("[5]", answer.data().toString());
    }

    @Test
    void drainsWeighsAndEndsALease() {
        long token = http.register("calc", 1).token();

        assertEquals(200, http.send("PUT", "/leases/" + token + "/drain", null).status());
        assertEquals(
                "DRAINING",
                http.get("/service/calc").data().path(0).path("status").asString());
        Http.Answer changed = http.send(
                "PATCH", "/leases/" + token, "{\"weight\":7,\"status\":\"UP\"}", "Content-Type", "application/json");
        assertEquals(200, changed.status());
        assertEquals(7, http.get("/service/calc").data().path(0).path("weight").asInt());
        assertEquals(200, http.send("DELETE", "/leases/" + token, null).status());
        assertEquals(404, http.get("/service/calc").status());
        assertEquals(404, http.send("DELETE", "/leases/" + token, null).status());
    }

    @Test
    void anUnchangedListIsNotSentAgain() {
        http.register("calc", 1);
        String tag = http.get("/services").header("ETag");

        assertEquals(304, http.get("/services", "If-None-Match", tag).status());
        http.register("calc", 2);
        assertEquals(200, http.get("/services", "If-None-Match", tag).status());
    }

    @Test
    void aPollAnswersAtOnceWithTheStateAndLaterWithTheChange() throws Exception {
        http.register("calc", 1);
        Http.Answer state = http.get("/watch?services=calc,blog");
        long revision = state.data().path("revision").asLong();

        Thread registering = Thread.ofVirtual().start(() -> http.register("blog", 2));
        Http.Answer change = http.get("/watch?services=calc&services=blog&wait=10s&since=" + revision);
        registering.join();

        assertTrue(state.data().path("full").asBoolean());
        assertEquals(1, state.data().path("services").path("calc").size());
        assertFalse(change.data().path("full").asBoolean());
        assertEquals(1, change.data().path("services").path("blog").size());
    }

    @Test
    void aPollForNothingEndsWhenItsWaitIsOver() {
        long revision = http.get("/watch?services=calc").data().path("revision").asLong();

        Http.Answer answer = http.get("/watch?services=calc&wait=10ms&since=" + revision);

        assertEquals(revision, answer.data().path("revision").asLong());
        assertEquals(0, answer.data().path("services").size());
    }

    @Test
    void showsAPageThatHoldsNothingOfWhatItWasTold() {
        http.post("/register", "{\"name\":\"calc\",\"service\":\"http://127.0.0.1:1\",\"zone\":\"<b>a zone</b>\"}");

        Http.Answer page = http.get("/");

        assertEquals(200, page.status());
        assertFalse(page.body().contains("a zone"));
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
        assertTrue(http.get("/console/instances").header("Content-Type").startsWith("application/json"));
    }
}
