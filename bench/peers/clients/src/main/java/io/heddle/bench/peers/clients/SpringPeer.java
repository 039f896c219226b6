package io.heddle.bench.peers.clients;

import io.heddle.bench.call.Peer;
import java.net.URI;
import java.net.http.HttpClient;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// A Spring HTTP interface over RestClient and the JDK's client.
public final class SpringPeer implements Peer {
    interface Greeter {
        @GetExchange("/greet/{id}")
        Enveloped greet(@PathVariable("id") long id, @RequestParam("times") int times);
    }

    @Override
    public String name() {
        return "spring-http-interface";
    }

    @Override
    public Session open(URI server) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        RestClient client = RestClient.builder()
                .baseUrl(server.toString())
                .requestFactory(new JdkClientHttpRequestFactory(http))
                .build();
        Greeter greeter = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(Greeter.class);
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
