package io.heddle.seckill.activity;

import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.kit.boot.Service;
import io.heddle.seckill.journalled.JournalledStock;
import io.heddle.seckill.redis.RedisStock;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sql.SqlStock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the engine that the settings name.
final class Engines {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);
    private static final int JOURNAL_FAILED = 74;

    private Engines() {}

    static Stock open(Service service, SaleSettings settings) {
        return switch (settings.engine()) {
            case JOURNAL ->
                JournalledStock.open(
                        settings.journal(), needed(folder(service, settings)), InstantSource.system(), Engines::halt);
            case REDIS -> RedisStock.open(settings.redis(), InstantSource.system());
            case SQL -> sql(service, settings);
        };
    }

    /// On tables in the database of the service, over a pool of its own.
    private static Stock sql(Service service, SaleSettings settings) {
        DatabaseSettings where = service.settings("database", DatabaseSettings.class);
        SqlStock.migrate(where);
        Database database = Database.open(where, service.traces(), service.metrics());
        service.closing(database);
        return SqlStock.open(database, settings.sqlForm(), InstantSource.system());
    }

    /// Where the journal and what belongs to it is.
    static Optional<Path> folder(Service service, SaleSettings settings) {
        return settings.folder().map(Path::of).or(() -> service.data().map(data -> data.resolve("sale")));
    }

    private static Path needed(Optional<Path> folder) {
        return folder.orElseThrow(() -> new IllegalArgumentException("sale.folder or service.data must be set"));
    }

    /// Ends the process at once: what is in memory may be ahead of the disk, and must not be told to anybody.
    private static void halt(Throwable cause) {
        try {
            LOG.atError()
                    .setCause(cause)
                    .log("the journal has failed; the process ends, a start reads what is on disk");
        } finally {
            Runtime.getRuntime().halt(JOURNAL_FAILED);
        }
    }
}
