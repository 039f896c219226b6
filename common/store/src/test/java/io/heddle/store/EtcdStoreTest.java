package io.heddle.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.store.open.Stores;
import io.heddle.testkit.fault.Fault;
import io.heddle.testkit.fault.FaultyRelay;
import io.heddle.testkit.server.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract on a real etcd that is killed and started again, and what is of its own.
final class EtcdStoreTest implements StoreContract {
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static TestServer etcd;

    private final String prefix = "/t" + TESTS.incrementAndGet() + '/';

    @BeforeAll
    static void start() {
        etcd = TestServer.etcd();
    }

    @AfterAll
    static void stop() {
        if (etcd != null) {
            etcd.close();
        }
    }

    @Override
    public Store connect() {
        return Stores.open("etcd://127.0.0.1:1,127.0.0.1:" + etcd.port(), PRESENCE);
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public void away() {
        etcd.kill();
    }

    @Override
    public void back() {
        etcd.restart();
    }

    @Test
    void listsAnewWhenWhatItMissedIsCompacted() throws Exception {
        try (FaultyRelay relay = FaultyRelay.to(etcd.port());
                Store near = connect();
                Store far = Stores.open("etcd://127.0.0.1:" + relay.port(), PRESENCE)) {
            Seen seen = new Seen();
            far.watch(prefix, seen);
            StoreContract.await(() -> assertThat(seen.reached()).isTrue());
            relay.every(new Fault.Hang());
            near.commit(List.of(), List.of(Change.put(prefix + "a", "one")));
            near.commit(List.of(), List.of(Change.put(prefix + "b", "two")));
            long last = near.commit(List.of(), List.of(new Change.Delete(prefix + "a")))
                    .orElseThrow();
            compact(last);
            StoreContract.await(() -> assertThat(seen.reached()).isFalse());
            relay.heal();
            StoreContract.await(() -> assertThat(seen.now()).containsOnlyKeys(prefix + "b"));
        }
    }

    @Test
    void noticesAnEtcdThatHangs() {
        try (Store store = connect()) {
            Seen seen = new Seen();
            store.watch(prefix, seen);
            StoreContract.await(() -> assertThat(seen.reached()).isTrue());
            etcd.pause();
            try {
                StoreContract.await(() -> assertThat(seen.reached()).isFalse());
            } finally {
                etcd.resume();
            }
            StoreContract.await(() -> assertThat(seen.reached()).isTrue());
            store.commit(List.of(), List.of(Change.put(prefix + "a", "one")));
            StoreContract.await(() -> assertThat(seen.now()).containsOnlyKeys(prefix + "a"));
        }
    }

    private static void compact(long revision) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + etcd.port() + "/v3/kv/compaction"))
                    .POST(HttpRequest.BodyPublishers.ofString("{\"revision\":\"" + revision + "\"}"))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }
}
