package io.heddle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.tls.TlsSettings;
import io.heddle.store.open.Stores;
import io.heddle.testkit.server.TestServer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract on a real ZooKeeper that is killed and started again, and what is of its own.
final class ZooKeeperStoreTest implements StoreContract {
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static TestServer zooKeeper;

    private final String prefix = "/t" + TESTS.incrementAndGet() + '/';

    @BeforeAll
    static void start() {
        zooKeeper = TestServer.zooKeeper();
    }

    @AfterAll
    static void stop() {
        if (zooKeeper != null) {
            zooKeeper.close();
        }
    }

    @Override
    public Store connect() {
        return Stores.open("zookeeper://127.0.0.1:" + zooKeeper.port() + "/heddle/test", PRESENCE);
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public void away() {
        zooKeeper.kill();
    }

    @Override
    public void back() {
        zooKeeper.restart();
    }

    @Test
    void whatAUserMakesIsForThemAlone() {
        String at = "zookeeper://127.0.0.1:" + zooKeeper.port() + "/heddle-own" + prefix;
        String address = at.substring(0, at.length() - 1);
        TlsSettings plain = TlsSettings.standard();
        try (Store own = Stores.open(address, PRESENCE, new StoreAccess("heddle", "woven", plain));
                Store wrong = Stores.open(address, PRESENCE, new StoreAccess("heddle", "guessed", plain));
                Store nobody = Stores.open(address, PRESENCE)) {
            Seen seen = new Seen();
            own.watch(prefix, seen);
            own.present(prefix + "node", new byte[] {1});
            own.commit(List.of(), List.of(Change.put(prefix + "a", "one")));
            StoreContract.await(() -> assertThat(seen.now()).containsOnlyKeys(prefix + "a", prefix + "node"));

            for (Store refused : List.of(wrong, nobody)) {
                assertThatThrownBy(() -> refused.range(prefix)).isInstanceOf(StoreAwayException.class);
                assertThatThrownBy(() -> refused.commit(List.of(), List.of(Change.put(prefix + "a", "two"))))
                        .isInstanceOf(StoreAwayException.class);
            }
            assertThat(own.range(prefix).items().getFirst().text()).isEqualTo("one");
        }
    }

    @Test
    void makesItsPresenceAnewWhenItsSessionWasLost() {
        try (Store watching = connect();
                Store store = connect()) {
            store.present(prefix + "node", new byte[] {1});
            StoreContract.await(() -> assertThat(watching.range(prefix).items()).hasSize(1));
            long first = watching.range(prefix).items().getFirst().version();
            zooKeeper.pause();
            try {
                StoreContract.await(
                        () -> assertThatThrownBy(() -> watching.range(prefix)).isInstanceOf(StoreAwayException.class));
            } finally {
                zooKeeper.resume();
            }
            watching.commit(List.of(), List.of(new Change.Delete(prefix + "node")));
            StoreContract.await(() -> assertThat(watching.range(prefix).items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.version()).isGreaterThan(first)));
        }
    }
}
