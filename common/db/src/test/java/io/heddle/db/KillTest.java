package io.heddle.db;

import static io.heddle.db.Shop.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.Reason;
import io.heddle.db.migration.Migrations;
import io.heddle.db.watch.WatchSettings;
import io.heddle.testkit.server.MariaDb;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A MariaDB that dies, and one that hangs.
class KillTest {
    private MariaDb server;
    private Shop shop;
    private long tea;

    @BeforeEach
    void open() {
        server = MariaDb.start();
        DatabaseSettings settings =
                Engine.of(server.schema()).statement(WatchSettings.standard().timeout(Duration.ofSeconds(1)));
        Migrations.of("shop").migrate(settings);
        shop = Shop.open(settings);
        tea = shop.add("tea", 10);
    }

    @AfterEach
    void close() {
        assertThat(shop.db().active()).isZero();
        shop.close();
        server.close();
    }

    private long add(Session session, int amount) {
        return session.update(PRODUCT.update().add("stock", amount).where("id", tea));
    }

    private static DatabaseException failureOf(Runnable work) {
        var thrown = new AtomicReference<DatabaseException>();
        assertThatThrownBy(work::run).isInstanceOfSatisfying(DatabaseException.class, thrown::set);
        return thrown.get();
    }

    @Test
    void aKillInATransactionLeavesNothingOfIt() {
        for (int round = 1; round <= 3; round++) {
            DatabaseException lost = failureOf(() -> shop.db().transaction(session -> {
                add(session, 5);
                server.server().kill();
                return add(session, 5);
            }));
            assertThat(lost.reason()).isEqualTo(Reason.CONNECTION_LOST);
            assertThat(lost.status().code()).isEqualTo(503);
            long begun = System.nanoTime();
            assertThat(failureOf(() -> shop.stock(tea)).reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(2500));
            server.server().restart();
            assertThat(shop.stock(tea)).isEqualTo(10);
            shop.db().transaction(session -> add(session, 1));
            shop.db().transaction(session -> add(session, -1));
        }
    }

    @Test
    void aKillBeforeTheCommitIsTheCallersFailure() {
        DatabaseException unknown = failureOf(() -> shop.db().transaction(session -> {
            long changed = add(session, 5);
            server.server().kill();
            return changed;
        }));
        assertThat(unknown.reason()).isEqualTo(Reason.COMMIT_UNKNOWN);
        assertThat(unknown.reason().repeatable()).isFalse();
        server.server().restart();
        assertThat(shop.stock(tea)).isEqualTo(10);
    }

    @Test
    void aSwallowedFailureDoesNotMakeACommit() {
        DatabaseException lost = failureOf(() -> shop.db().transaction(session -> {
            add(session, 5);
            server.server().kill();
            try {
                return add(session, 5);
            } catch (DatabaseException e) {
                return 0L;
            }
        }));
        assertThat(lost.reason()).isEqualTo(Reason.CONNECTION_LOST);
        server.server().restart();
        assertThat(shop.stock(tea)).isEqualTo(10);
    }

    @Test
    void aServerThatHangsHoldsNobodyForLong() {
        try {
            long begun = System.nanoTime();
            DatabaseException failure = failureOf(() -> shop.db().transaction(session -> {
                add(session, 5);
                server.server().pause();
                return add(session, 5);
            }));
            // The server may take a moment to hear of its pause, and then it is the commit that it does not answer.
            assertThat(failure.reason()).isIn(Reason.TIMEOUT, Reason.CONNECTION_LOST, Reason.COMMIT_UNKNOWN);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        } finally {
            server.server().resume();
        }
        Awaitility.await().ignoreExceptions().until(() -> shop.stock(tea) == 10);
    }

    @Test
    void aRestartIsNotSeenByThoseWhoComeAfterIt() {
        for (int round = 0; round < 3; round++) {
            shop.db().transaction(session -> add(session, 1));
            server.server().kill();
            server.server().restart();
            if (round % 2 == 0) {
                assertThat(shop.stock(tea)).isEqualTo(11);
            }
            shop.db().transaction(session -> add(session, -1));
            assertThat(shop.stock(tea)).isEqualTo(10);
        }
    }

    @Test
    void aProcessMayStartBeforeItsDatabase() {
        server.server().kill();
        try (Shop early = Shop.open(shop.settings())) {
            assertThat(failureOf(early::products).reason()).isEqualTo(Reason.UNREACHABLE);
            server.server().restart();
            Awaitility.await().ignoreExceptions().until(() -> early.products() == 1);
        }
    }
}
