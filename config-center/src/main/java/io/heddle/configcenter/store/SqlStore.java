package io.heddle.configcenter.store;

import io.heddle.db.Database;
import io.heddle.db.Session;
import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.Reason;
import java.time.Duration;
import java.util.function.Function;

/// The store in a database: H2 in a file, MySQL or MariaDB. Changes are one after the other, for each begins with
/// the row that holds the revision; so what is seen at a revision is all that came before it, at every node.
public final class SqlStore implements ReleaseStore {
    private static final int TRIES = 5;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Database database;
    private final KeepingSettings keeping;

    /// Keeps everything in a database whose schema is up to date, and closes it.
    public SqlStore(Database database, KeepingSettings keeping) {
        this.database = database;
        this.keeping = keeping;
    }

    @Override
    public <T> T read(Function<Reading, T> work) {
        return database.read(session -> work.apply(new SqlReading(session)));
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        long begun = System.nanoTime();
        for (int left = TRIES - 1; ; left--) {
            try {
                return database.transaction(session -> work.apply(next(session)));
            } catch (DatabaseException e) {
                if (left == 0 || !again(e.reason()) || System.nanoTime() - begun > LIMIT.toNanos()) {
                    throw e;
                }
            }
        }
    }

    /// What took its whole time already, as a full pool does, would only take it again.
    private static boolean again(Reason reason) {
        return reason == Reason.DEADLOCK || reason == Reason.CONNECTION_LOST;
    }

    private Writing next(Session session) {
        session.update("UPDATE config_state SET revision = revision + 1 WHERE id = 1");
        return new SqlWriting(new SqlReading(session), session, keeping);
    }

    @Override
    public void close() {
        database.close();
    }
}
