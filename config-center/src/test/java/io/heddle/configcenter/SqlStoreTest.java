package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.configcenter.store.ReleaseStore;
import io.heddle.configcenter.store.SqlStore;
import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.Reason;
import io.heddle.db.migration.Migrations;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SqlStoreTest implements StoreContract {
    private SqlStore store;

    @BeforeEach
    void open() {
        DatabaseSettings settings = DatabaseSettings.inMemory("contract-" + System.nanoTime());
        Migrations.of("config-center").migrate(settings);
        store = new SqlStore(Database.open(settings, Traces.off(), Metrics.create()), KEEPING);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public ReleaseStore store() {
        return store;
    }

    private static int tries(Reason reason) {
        DatabaseSettings settings = DatabaseSettings.inMemory("tries-" + reason.code());
        Migrations.of("config-center").migrate(settings);
        AtomicInteger tries = new AtomicInteger();
        try (SqlStore store = new SqlStore(Database.open(settings, Traces.off(), Metrics.create()), KEEPING)) {
            assertThatThrownBy(() -> store.write(_ -> {
                        tries.incrementAndGet();
                        throw new DatabaseException(reason, null);
                    }))
                    .isInstanceOf(DatabaseException.class);
        }
        return tries.get();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK_TIMEOUT", "POOL_EXHAUSTED", "UNREACHABLE", "TIMEOUT"})
    void whatTookItsWholeTimeIsNotTriedAgain(Reason reason) {
        assertThat(tries(reason)).isEqualTo(1);
    }

    @Test
    void aDeadlockIsTriedAFewTimes() {
        assertThat(tries(Reason.DEADLOCK)).isEqualTo(5);
    }
}
