package io.heddle.db;

import io.heddle.db.migration.Migrations;
import io.heddle.testkit.server.MariaDb;
import io.heddle.testkit.server.Schema;
import java.util.concurrent.atomic.AtomicInteger;

/// The databases that everything here must be true of.
public enum Engine {
    H2 {
        @Override
        public DatabaseSettings empty() {
            return DatabaseSettings.inMemory("t" + NUMBER.incrementAndGet());
        }
    },
    MARIADB {
        @Override
        public DatabaseSettings empty() {
            return of(Shared.SERVER.schema());
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /// A database with nothing in it.
    public abstract DatabaseSettings empty();

    /// A database with the tables of the shop.
    DatabaseSettings shop() {
        DatabaseSettings settings = empty();
        Migrations.of("shop").migrate(settings);
        return settings;
    }

    static DatabaseSettings of(Schema schema) {
        return DatabaseSettings.at(schema.url(), schema.user(), schema.password());
    }

    /// One server for all tests that do not kill it; it ends with this process.
    private static final class Shared {
        static final MariaDb SERVER = MariaDb.start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }
}
