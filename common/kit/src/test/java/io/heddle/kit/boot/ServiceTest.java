package io.heddle.kit.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.config.SettingsException;
import io.heddle.kit.config.Sources;
import io.heddle.kit.rpc.Bank;
import io.heddle.kit.rpc.BankApi;
import io.heddle.kit.rpc.RpcSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ServiceTest {
    @TempDir
    Path folder;

    private static Service service(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("server.port", "0");
        all.put("server.drain_notice", "0s");
        return Service.of("sample", Map.of(), Sources.of(all));
    }

    @Test
    @Timeout(60)
    void isReadyThoughTheRegistryIsAway() throws Exception {
        Path ready = folder.resolve("ready");
        Map<String, String> settings = Map.of(
                "registry.urls", "http://127.0.0.1:1",
                "service.register_wait", "10m",
                "service.ready_file", ready.toString());
        try (RunningService running = service(settings).start()) {
            assertThat(Files.readString(ready).strip()).isEqualTo(running.url());
            HttpRequest question = HttpRequest.newBuilder(URI.create(running.url() + "/observe/ready"))
                    .build();
            try (HttpClient http = HttpClient.newHttpClient()) {
                assertThat(http.send(question, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void servesRoutesUntilItIsClosedAndOnlyThenLetsItsRoomsGo() throws Exception {
        boolean[] closed = {false};
        RunningService running = service(Map.of("registry.urls", ""))
                .routes(router -> router.add("GET", "/x", "x", exchange -> exchange.done()))
                .closing(() -> closed[0] = true)
                .start();
        assertThat(closed[0]).isFalse();
        running.close();
        running.close();
        running.await();
        assertThat(closed[0]).isTrue();
    }

    @Test
    void servesByNameWhatIsMarkedAndCallsItByName() {
        try (RunningService running = service(Map.of("registry.urls", ""))
                .serve(BankApi.class, new Bank())
                .start()) {
            Service caller = service(Map.of("registry.urls", "", "client.services.sample.url", running.url()));

            assertThat(caller.rpc().call("sample:BankApi.text", String.class, "a"))
                    .isEqualTo("a");
        }
    }

    @Test
    void knowsTheDefaultsOfCallsByName() {
        RpcSettings settings = service(Map.of("registry.urls", "")).settings("rpc", RpcSettings.class);

        assertThat(settings).isEqualTo(RpcSettings.standard());
        assertThat(settings.secret("a secret of sixteen")).asString().doesNotContain("sixteen");
        assertThat(settings.secretOf("calc", "a secret of sixteen")).asString().doesNotContain("sixteen");
    }

    @Test
    void saysThatAClassHasNothingToCallByName() {
        Service service = service(Map.of("registry.urls", ""));

        assertThatThrownBy(() -> service.rpc(ServiceTest.class))
                .hasMessageContaining("has no table: is it marked @Rpc");
        assertThatThrownBy(() -> service.rpc(BankApi.class)).hasMessageContaining("need an object to be called on");
    }

    @Test
    void refusesASettingThatNobodyKnows() {
        assertThatThrownBy(() -> service(Map.of("server.prot", "1")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("the nearest known one is server.port");
    }
}
