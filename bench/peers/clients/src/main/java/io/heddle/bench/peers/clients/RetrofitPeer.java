package io.heddle.bench.peers.clients;

import io.heddle.bench.call.Peer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Query;

/// Retrofit over OkHttp with as many kept connections as threads.
public final class RetrofitPeer implements Peer {
    interface Greeter {
        @GET("/greet/{id}")
        Call<Enveloped> greet(@Path("id") long id, @Query("times") int times);
    }

    @Override
    public String name() {
        return "retrofit-okhttp";
    }

    @Override
    public Session open(URI server) {
        OkHttpClient http = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(128, 1, TimeUnit.MINUTES))
                .build();
        Greeter greeter = new Retrofit.Builder()
                .baseUrl(server.toString())
                .client(http)
                .addConverterFactory(JacksonConverterFactory.create())
                .build()
                .create(Greeter.class);
        return new Session() {
            @Override
            public long call(long id) throws IOException {
                return greeter.greet(id, 3).execute().body().data().id();
            }

            @Override
            public void close() {
                http.connectionPool().evictAll();
            }
        };
    }
}
