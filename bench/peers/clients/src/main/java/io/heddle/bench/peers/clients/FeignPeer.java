package io.heddle.bench.peers.clients;

import feign.Feign;
import feign.Param;
import feign.RequestLine;
import feign.http2client.Http2Client;
import feign.jackson.JacksonDecoder;
import io.heddle.bench.call.Peer;
import java.net.URI;
import java.net.http.HttpClient;

/// OpenFeign over the JDK's client.
public final class FeignPeer implements Peer {
    interface Greeter {
        @RequestLine("GET /greet/{id}?times={times}")
        Enveloped greet(@Param("id") long id, @Param("times") int times);
    }

    @Override
    public String name() {
        return "openfeign";
    }

    @Override
    public Session open(URI server) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Greeter greeter = Feign.builder()
                .client(new Http2Client(http))
                .decoder(new JacksonDecoder())
                .target(Greeter.class, server.toString());
        return new Session() {
            @Override
            public long call(long id) {
                return greeter.greet(id, 3).data().id();
            }

            @Override
            public void close() {
                http.close();
            }
        };
    }
}
