package io.heddle.bench.target;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A bare Helidon server that reads the body of a claim and answers with a body as long as that of a win, without
/// selling anything: what HTTP alone costs.
final class Seller {
    private static final byte[] WON = ("{\"code\":0,\"data\":{\"won\":true,\"status\":\"WON\",\"activity_id\":1,"
                    + "\"user_id\":1767225600123456,\"order_id\":\"1-000017\",\"position\":17,\"as_of\":9123,"
                    + "\"pay_by\":\"2026-01-01T00:15:00.123Z\"}}")
            .getBytes(StandardCharsets.US_ASCII);

    private Seller() {}

    public static void main(String[] args) {
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .featuresDiscoverServices(false)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .addProtocol(
                        Http1Config.builder().receiveLog(false).sendLog(false).build())
                .routing(routing -> routing.post("/activities/{id}/seckill", Seller::answer))
                .build()
                .start();
        System.out.println("http://127.0.0.1:" + server.port());
    }

    private static void answer(ServerRequest request, ServerResponse response) throws IOException {
        int length = (int) request.headers().contentLength().orElse(0);
        request.content().inputStream().readNBytes(length);
        response.header(HeaderValues.CONTENT_TYPE_JSON);
        response.send(WON);
    }
}
