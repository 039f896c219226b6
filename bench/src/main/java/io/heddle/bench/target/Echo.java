package io.heddle.bench.target;

import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.registry.Registration;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;

/// A bare Helidon server that reads a registration and writes it back: what HTTP and JSON alone cost.
final class Echo {
    private static final JsonType<Registration> TYPE = new JsonType<>() {};

    private final Json json = Json.strict();

    public static void main(String[] args) {
        Echo echo = new Echo();
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .featuresDiscoverServices(false)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .addProtocol(
                        Http1Config.builder().receiveLog(false).sendLog(false).build())
                .routing(routing -> routing.post("/", echo::answer))
                .build()
                .start();
        System.out.println("http://127.0.0.1:" + server.port() + "/");
    }

    private void answer(ServerRequest request, ServerResponse response) throws IOException {
        int length = (int) request.headers().contentLength().orElse(0);
        byte[] body = request.content().inputStream().readNBytes(length);
        response.header(HeaderValues.CONTENT_TYPE_JSON);
        response.send(json.write(TYPE, json.read(TYPE, body)));
    }
}
