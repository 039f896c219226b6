package io.heddle.bench.call;

import io.heddle.kit.log.LogSettings;
import io.heddle.kit.log.Logs;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.rpc.RpcSettings;
import io.heddle.kit.rpc.serve.RpcRoutes;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.ServerSettings;
import java.util.List;

/// Greets over HTTP and by name: once for all callers, once for those who sign. Prints both addresses.
final class GreetServer {
    static final String SECRET = "known to whoever reads the benchmarks";

    private static final int REMEMBERED = 5_000_000;

    private GreetServer() {}

    public static void main(String[] args) throws InterruptedException {
        try (Logs _ = Logs.open(quiet(), "greeter");
                HttpServer plain = open(RpcSettings.standard());
                HttpServer signed =
                        open(RpcSettings.standard().nonces(REMEMBERED).secret(SECRET))) {
            System.out.println("signed http://127.0.0.1:" + signed.port());
            System.out.println("plain http://127.0.0.1:" + plain.port());
            Thread.currentThread().join();
        }
    }

    static HttpServer open(RpcSettings settings) {
        GreetApi greeter = (id, times) -> new GreetApi.Greeting(id, "Hello, ".repeat(times), List.of("a", "b"));
        return HttpServer.builder(ServerSettings.onPort(0))
                .routes(new GreetApiRoutes(greeter))
                .routes(RpcRoutes.of("greeter", settings, Metrics.create(), List.of(new GreetApiRpc(greeter))))
                .open();
    }

    private static LogSettings quiet() {
        return LogSettings.console().level("warn");
    }
}
