package io.heddle.bench.sale;

import io.heddle.bench.process.Child;
import io.heddle.bench.process.Scratch;
import io.heddle.bench.server.PrivateMariaDb;
import io.heddle.bench.server.PrivateRedis;
import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import io.heddle.seckill.journalled.JournalSettings;
import io.heddle.seckill.journalled.JournalledStock;
import io.heddle.seckill.redis.RedisSettings;
import io.heddle.seckill.redis.RedisStock;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sql.SqlForm;
import io.heddle.seckill.sql.SqlStock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// The same front on all engines that are here, each with its sales. Closing it ends them, and what they stand on.
final class Fronts implements AutoCloseable {
    static final String JOURNAL = "journal (RocksDB)";
    static final String REDIS = "Redis, AOF always";

    private final Path jar;
    private final List<Front> all = new ArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Fronts(Path jar) {
        this.jar = jar;
    }

    static String named(SqlForm form) {
        return "MariaDB, " + form;
    }

    /// Starts them.
    static Fronts start(Path jar) {
        Fronts fronts = new Fronts(jar);
        boolean started = false;
        try {
            fronts.startJournal();
            fronts.startRedis();
            fronts.startMariaDb();
            started = true;
            return fronts;
        } finally {
            if (!started) {
                fronts.close();
            }
        }
    }

    List<Front> all() {
        return List.copyOf(all);
    }

    private void add(Front front) {
        all.add(front);
        open.push(front);
    }

    private void startJournal() {
        Path folder = folder();
        try (Stock stock = JournalledStock.open(
                JournalSettings.standard(), folder.resolve("sale"), InstantSource.system(), Fronts::failed)) {
            Staging.on(stock);
        }
        add(Front.start(jar, JOURNAL, folder, Map.of()));
    }

    private static void failed(Throwable cause) {
        throw new IllegalStateException("the journal failed", cause);
    }

    private void startRedis() {
        if (!Child.installed("redis-server")) {
            System.out.println("seckill: Redis is not here and is skipped");
            return;
        }
        PrivateRedis redis = PrivateRedis.start();
        open.push(redis);
        try (Stock stock = RedisStock.open(RedisSettings.at(redis.port()), InstantSource.system())) {
            Staging.on(stock);
        }
        Map<String, String> engine =
                Map.of("HEDDLE_SALE_ENGINE", "REDIS", "HEDDLE_SALE_REDIS_PORT", Integer.toString(redis.port()));
        add(Front.start(jar, REDIS, folder(), engine).with(redis.child()));
    }

    private void startMariaDb() {
        if (!Child.installed("mariadbd")) {
            System.out.println("seckill: MariaDB is not here and is skipped");
            return;
        }
        PrivateMariaDb maria = PrivateMariaDb.start();
        open.push(maria);
        DatabaseSettings settings = DatabaseSettings.at(maria.url(), "root", "");
        SqlStock.migrate(settings);
        try (Metrics metrics = Metrics.create();
                Database database = Database.open(settings, Traces.off(), metrics);
                Stock stock = SqlStock.open(database, SqlForm.CLASSIC, InstantSource.system())) {
            Staging.on(stock);
        }
        for (SqlForm form : SqlForm.values()) {
            add(Front.start(jar, named(form), folder(), engine(form, maria.url()))
                    .with(maria.child()));
        }
    }

    /// As many connections as each does best with.
    private static Map<String, String> engine(SqlForm form, String url) {
        String size = form == SqlForm.ONE_STATEMENT ? "8" : "32";
        return Map.of(
                "HEDDLE_SALE_ENGINE",
                "SQL",
                "HEDDLE_SALE_SQL_FORM",
                form.name(),
                "HEDDLE_DATABASE_URL",
                url,
                "HEDDLE_DATABASE_USER",
                "root",
                "HEDDLE_DATABASE_POOL_SIZE",
                size,
                "HEDDLE_DATABASE_POOL_IDLE",
                size,
                "HEDDLE_DATABASE_POOL_PATIENCE",
                "10s");
    }

    private Path folder() {
        Scratch folder = Scratch.named("heddle-activity");
        open.push(folder);
        return folder.path();
    }

    @Override
    public void close() {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                System.out.println("seckill: " + e);
            }
        }
    }
}
