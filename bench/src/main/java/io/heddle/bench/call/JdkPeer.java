package io.heddle.bench.call;

import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The JDK's client on virtual threads.
record JdkPeer() implements Peer {
    @Override
    public String name() {
        return "jdk-httpclient";
    }

    @Override
    public Session open(URI server) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build();
        return new Open(client, threads, server, Json.tolerant());
    }

    private record Open(HttpClient client, ExecutorService threads, URI server, Json json) implements Session {
        private static final JsonType<TransportPeer.Enveloped> TYPE = new JsonType<>() {};

        @Override
        public long call(long id) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(server.resolve("/greet/" + id + "?times=3"))
                    .build();
            byte[] body = client.send(request, BodyHandlers.ofByteArray()).body();
            return json.read(TYPE, body).data().id();
        }

        @Override
        public void close() {
            client.close();
            threads.close();
        }
    }
}
