package io.heddle.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.testkit.service.TestService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FaultyRelayTest {
    /// What is behind the relay.
    @HttpApi("greeting")
    interface GreetingApi {
        @Get("/greet/{name}")
        String greet(String name);
    }

    private final TestService<GreetingApi> service = TestService.serving(GreetingApi.class, name -> "Hello, " + name);
    private final FaultyRelay relay = FaultyRelay.to(URI.create(service.url()).getPort());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        relay.close();
        service.close();
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + relay.port() + "/greet/Ada"))
                .timeout(Duration.ofSeconds(5))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void passesAllOnUntilItIsToldOtherwise() throws Exception {
        assertThat(get().body()).contains("Hello, Ada");
        assertThat(get().statusCode()).isEqualTo(200);
        assertThat(relay.requests()).isEqualTo(2);
    }

    @Test
    void delaysARequest() throws Exception {
        get();
        relay.every(new Fault.Delay(Duration.ofMillis(300)));
        long begun = System.nanoTime();
        assertThat(get().statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void resetsAndHealsAgain() throws Exception {
        relay.every(new Fault.Reset());
        assertThatThrownBy(this::get).isInstanceOf(IOException.class);
        relay.heal();
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void answersInTheServersPlaceAsOftenAsItIsTold() throws Exception {
        relay.next(2, new Fault.Answer(503));
        assertThat(get().statusCode()).isEqualTo(503);
        assertThat(get().body()).contains("\"status_code\":503");
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void cutsAnAnswerOff() {
        relay.every(new Fault.Cut(20));
        assertThatThrownBy(this::get).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void hangsUntilTheClientGivesUp() {
        relay.every(new Fault.Hang());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + relay.port() + "/greet/Ada"))
                .timeout(Duration.ofMillis(300))
                .build();
        assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
    }
}
