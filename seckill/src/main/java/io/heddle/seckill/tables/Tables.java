package io.heddle.seckill.tables;

import io.heddle.contract.error.ServiceException;
import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.Reason;
import io.heddle.db.error.SqlFailures;
import io.heddle.db.migration.MigrationException;
import io.heddle.db.migration.Migrations;
import io.heddle.kit.boot.Service;
import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.seckill.sale.UndecidedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tables of one service. Where the database is away at the start, the service starts without it; a thread of
/// this tries again until it is there, brings the schema up to date and does what is to be done first. Any thread
/// may use it.
public final class Tables implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tables.class);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(2);
    private static final Set<Reason> AWAY =
            EnumSet.of(Reason.CONNECTION_LOST, Reason.UNREACHABLE, Reason.POOL_EXHAUSTED, Reason.TIMEOUT);

    private final String name;
    private final DatabaseSettings settings;
    private final Database database;
    private final List<Consumer<Database>> firsts = new ArrayList<>();
    private volatile boolean ready;
    private volatile @Nullable Loop trying;

    private Tables(String name, DatabaseSettings settings, Database database) {
        this.name = name;
        this.settings = settings;
        this.database = database;
    }

    /// The tables of a service in the database of its settings; nothing is done yet.
    public static Tables of(String name, Service service) {
        DatabaseSettings settings = service.settings("database", DatabaseSettings.class);
        return new Tables(name, settings, Database.open(settings, service.traces(), service.metrics()));
    }

    /// Has something done before the tables count as ready, each time that this is tried; before {@link #start}.
    public Tables first(Consumer<Database> work) {
        firsts.add(work);
        return this;
    }

    /// Makes the tables ready, or begins to wait for the database.
    ///
    /// @throws MigrationException when the schema is at fault and not the way to it
    public Tables start() {
        try {
            attempt();
        } catch (MigrationException | ServiceException e) {
            if (!isAway(e)) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("schema", name)
                    .addKeyValue("error", e.getMessage())
                    .log("the database is away; it is waited for");
            trying = Loop.start("tables-" + name, LONGEST_BACK_OFF, LONGEST_BACK_OFF, this::tryAgain);
        }
        return this;
    }

    private void attempt() {
        Migrations.of(name).migrate(settings);
        firsts.forEach(work -> work.accept(database));
        ready = true;
    }

    private Next tryAgain() {
        try {
            attempt();
            LOG.atInfo().addKeyValue("schema", name).log("the database is there");
            return Next.END;
        } catch (MigrationException | ServiceException e) {
            if (!isAway(e)) {
                LOG.atError().addKeyValue("schema", name).setCause(e).log("the tables cannot be made ready");
            }
            return Next.BACK_OFF;
        }
    }

    private static boolean isAway(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException known) {
                return AWAY.contains(known.reason());
            } else if (cause instanceof UndecidedException) {
                return true;
            } else if (cause instanceof SQLException sql) {
                return AWAY.contains(SqlFailures.reason(sql));
            }
        }
        return false;
    }

    /// The database.
    ///
    /// @throws ServiceException a 503 until its tables are there
    public Database database() {
        if (!ready) {
            throw new ServiceException(
                    Reason.UNREACHABLE.status(), Reason.UNREACHABLE.code(), Reason.UNREACHABLE.sentence(), List.of());
        }
        return database;
    }

    /// Whether the tables are there; the database may have gone away since.
    public boolean ready() {
        return ready;
    }

    @Override
    public void close() {
        Loop waiting = trying;
        if (waiting != null) {
            waiting.close();
        }
        database.close();
    }
}
