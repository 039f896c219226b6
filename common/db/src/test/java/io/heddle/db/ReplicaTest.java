package io.heddle.db;

import static io.heddle.db.Shop.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.db.migration.Migrations;
import io.heddle.db.pool.PoolSettings;
import io.heddle.kit.task.Deadline;
import io.heddle.kit.task.Fanout;
import io.heddle.kit.task.Request;
import io.heddle.testkit.server.MariaDb;
import io.heddle.testkit.server.Schema;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Replicas that hold other rows than their primary, so that one sees who answered.
class ReplicaTest {
    /// A primary and two others with the same user, each with one product that has its name.
    private static DatabaseSettings three(Engine engine) {
        DatabaseSettings primary = engine.shop();
        DatabaseSettings first = engine.shop();
        DatabaseSettings second = engine.shop();
        stock(primary, "primary");
        stock(first, "first");
        stock(second, "second");
        return DatabaseSettings.at(primary.url(), primary.user(), primary.password())
                .replicas(List.of(with(first, primary), with(second, primary)));
    }

    /// MariaDB's users are the schema's own; a URL may name another.
    private static String with(DatabaseSettings own, DatabaseSettings primary) {
        return own.user().equals(primary.user())
                ? own.url()
                : own.url().replace("//", "//" + own.user() + ':' + own.password() + '@');
    }

    private static void stock(DatabaseSettings settings, String name) {
        try (Shop shop = Shop.open(settings)) {
            shop.add(name, 1);
        }
    }

    private static String who(Shop shop) {
        return shop.db()
                .read(session ->
                        session.one(String.class, PRODUCT.select("name").limit(1)))
                .orElseThrow();
    }

    private static Set<String> whoOf(Shop shop, int reads) {
        Set<String> names = new HashSet<>();
        IntStream.range(0, reads).forEach(_ -> names.add(who(shop)));
        return names;
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void readsGoToTheReplicasInTurn(Engine engine) {
        try (Shop shop = Shop.open(three(engine))) {
            assertThat(whoOf(shop, 10)).containsExactlyInAnyOrder("first", "second");
            Set<String> own = new HashSet<>();
            TransactionOptions reading = TransactionOptions.STANDARD.reading();
            IntStream.range(0, 10)
                    .forEach(_ -> own.add(shop.db()
                            .transaction(reading, session -> session.one(String.class, PRODUCT.select("name")))
                            .orElseThrow()));
            assertThat(own).containsExactlyInAnyOrder("first", "second");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void changesGoToThePrimary(Engine engine) {
        try (Shop shop = Shop.open(three(engine))) {
            String seen = shop.db()
                    .transaction(session -> session.one(String.class, PRODUCT.select("name")))
                    .orElseThrow();
            assertThat(seen).isEqualTo("primary");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRequestReadsWhatItWroteInAllItsThreads(Engine engine) {
        try (Shop shop = Shop.open(three(engine))) {
            Request.call(() -> {
                assertThat(who(shop)).isNotEqualTo("primary");
                shop.db()
                        .transaction(session ->
                                session.update(PRODUCT.update().set("stock", 2).where("stock", 1)));
                assertThat(whoOf(shop, 5)).containsExactly("primary");
                Callable<String> apart = () -> who(shop);
                assertThat(Fanout.all(Deadline.in(Duration.ofSeconds(20)), List.of(apart, apart)))
                        .containsOnly("primary");
                return shop;
            });
            assertThat(Request.<String, RuntimeException>call(() -> who(shop))).isNotEqualTo("primary");
        }
    }

    @Test
    void aReplicaThatDiesIsLeftAtOnceAndComesBack() {
        DatabaseSettings primary = Engine.MARIADB.shop();
        stock(primary, "primary");
        try (MariaDb server = MariaDb.start()) {
            Schema schema = server.schema();
            DatabaseSettings replica = Engine.of(schema);
            Migrations.of("shop").migrate(replica);
            stock(replica, "replica");
            DatabaseSettings both = primary.replicas(List.of(with(replica, primary)))
                    .pool(PoolSettings.standard().probe(Duration.ofMillis(100)));
            try (Shop shop = Shop.open(both)) {
                assertThat(whoOf(shop, 5)).containsExactly("replica");
                String after = shop.db().read(session -> {
                    session.count(PRODUCT.count());
                    server.server().kill();
                    return session.one(String.class, PRODUCT.select("name")).orElseThrow();
                });
                assertThat(after).isEqualTo("primary");
                assertThat(whoOf(shop, 20)).containsExactly("primary");
                assertThat(shop.metrics().scrape()).contains("db_pool_up{pool=\"replica-1\"} 0");
                server.server().restart();
                Awaitility.await().until(() -> who(shop).equals("replica"));
                assertThat(shop.db().active()).isZero();
            }
        }
    }

    @Test
    void aReplicaThatWasNeverThereIsNoHindrance() {
        DatabaseSettings primary = Engine.H2.shop();
        stock(primary, "primary");
        try (Shop shop = Shop.open(primary.replicas(List.of("jdbc:mysql://127.0.0.1:1/none")))) {
            long begun = System.nanoTime();
            assertThat(whoOf(shop, 20)).containsExactly("primary");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        }
    }
}
