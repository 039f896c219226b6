package io.heddle.db.watch;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stops statements whose time is up. One thread looks at all that run, so that a statement in time costs next to
/// nothing: drivers take a timer and its thread for each connection, and count in whole seconds.
final class Limits implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration PERIOD = Duration.ofMillis(25);

    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final Thread watcher = Thread.ofVirtual().name("db-limits").unstarted(this::look);

    static Limits start() {
        Limits limits = new Limits();
        limits.watcher.start();
        return limits;
    }

    /// Begins to watch a statement.
    ///
    /// @param end when its time is up, on the clock of {@link System#nanoTime()}
    Limit limit(Statement statement, long end) {
        Running next = new Running(statement, end);
        running.add(next);
        return next;
    }

    private void look() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PERIOD);
                long now = System.nanoTime();
                running.forEach(each -> each.look(now));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    /// A statement that runs. Either it ends or it is stopped, whichever is decided first.
    private final class Running implements Limit {
        private final Statement statement;
        private final long end;
        private final AtomicBoolean decided = new AtomicBoolean();
        private final CountDownLatch stopped = new CountDownLatch(1);

        Running(Statement statement, long end) {
            this.statement = statement;
            this.end = end;
        }

        void look(long now) {
            if (now - end > 0 && decided.compareAndSet(false, true)) {
                Thread.ofVirtual().name("db-cancel").start(this::stop);
            }
        }

        private void stop() {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.atWarn().setCause(e).log("a statement whose time is up cannot be stopped");
            } finally {
                stopped.countDown();
            }
        }

        /// Waits for a stop that is under way, or it would hit the next statement on the connection.
        @Override
        public boolean over() {
            running.remove(this);
            if (decided.compareAndSet(false, true)) {
                return false;
            }
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        }
    }
}
