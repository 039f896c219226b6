package io.heddle.seckill.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.Reason;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UndecidedException;
import io.heddle.seckill.sale.UserId;
import io.heddle.testkit.server.MariaDb;
import io.heddle.testkit.server.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is the engine's own in a database: what it does when the database dies, and how often it tries.
final class SqlStockTest {
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final Terms TERMS = new Terms(42, 10_000, NOW, NOW.plusSeconds(3600), Duration.ofMinutes(15), true);

    private final InstantSource clock = InstantSource.fixed(NOW);

    @TempDir
    Path folder;

    @Test
    void everyWinThatWasToldIsThereAfterAKillAndMeanwhileItIsUndecided() {
        try (MariaDb maria = MariaDb.start()) {
            Schema schema = maria.schema();
            var settings = DatabaseSettings.at(schema.url(), schema.user(), schema.password());
            SqlStock.migrate(settings);
            try (Database database = database(settings);
                    SqlStock stock = SqlStock.open(database, SqlForm.ONE_STATEMENT, clock)) {
                assertThat(database.read(Procedure::exists)).isTrue();
                stock.put(TERMS);
                win(stock, 20);
                maria.server().kill();
                assertThatThrownBy(() -> stock.claim(42, UserId.of(21))).isInstanceOf(UndecidedException.class);
                assertThatThrownBy(() -> stock.tally(42)).isInstanceOf(UndecidedException.class);
                maria.server().restart();
                assertThat(stock.tally(42))
                        .hasValueSatisfying(tally -> assertThat(tally.held()).isEqualTo(20));
                assertThat(stock.claim(42, UserId.of(20))).isInstanceOf(Claim.AlreadyWon.class);
            }
        }
    }

    @Test
    void givesNoMoreEventsAtOnceThanItMay() {
        DatabaseSettings settings = DatabaseSettings.inFile(folder.resolve("sale"));
        SqlStock.migrate(settings);
        try (Database database = database(settings);
                SqlStock stock = SqlStock.open(database, SqlForm.CLASSIC, clock)) {
            stock.put(TERMS);
            win(stock, SqlStock.MAX_EVENTS);
            assertThat(stock.events(42, 0, 100_000)).hasSize(SqlStock.MAX_EVENTS);
            assertThat(stock.events(42, SqlStock.MAX_EVENTS, 100_000))
                    .extracting(Event::number)
                    .containsExactly(SqlStock.MAX_EVENTS + 1L);
        }
    }

    private static Database database(DatabaseSettings settings) {
        return Database.open(settings, Traces.off(), Metrics.create());
    }

    private static void win(SqlStock stock, long users) {
        LongStream.rangeClosed(1, users)
                .forEach(user -> assertThat(stock.claim(42, UserId.of(user))).isInstanceOf(Claim.Won.class));
    }

    @Test
    void triesAgainWhatOthersStoodInTheWayOf() {
        AtomicInteger tries = new AtomicInteger();
        assertThat(Tries.<Integer>run(() -> {
                    if (tries.incrementAndGet() < Tries.MOST) {
                        throw new DatabaseException(Reason.DEADLOCK, null);
                    }
                    return 7;
                }))
                .isEqualTo(7);
        assertThatThrownBy(() -> Tries.run(() -> {
                    tries.incrementAndGet();
                    throw new DatabaseException(Reason.LOCK_TIMEOUT, null);
                }))
                .isInstanceOf(UndecidedException.class);
        assertThat(tries).hasValue(2 * Tries.MOST);
    }

    @Test
    void isUndecidedWhenTheCommitIs() {
        assertThatThrownBy(() -> Tries.run(() -> {
                    throw new DatabaseException(Reason.COMMIT_UNKNOWN, null);
                }))
                .isInstanceOf(UndecidedException.class);
    }

    @Test
    void aMistakeOfOursStaysOne() {
        assertThatThrownBy(() -> Tries.run(() -> {
                    throw new DatabaseException(Reason.STATEMENT, null);
                }))
                .isInstanceOf(DatabaseException.class);
    }
}
