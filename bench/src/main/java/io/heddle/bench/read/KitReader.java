package io.heddle.bench.read;

import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import java.util.List;

/// The kit, with its meters, limits and spans (none of which is recorded, as for a request that was not sampled).
final class KitReader implements Reader {
    private final Metrics metrics = Metrics.create();
    private final Database database;

    KitReader(DatabaseSettings settings) {
        database = Database.open(settings, Traces.off(), metrics);
    }

    @Override
    public List<Product> read(long first, long last) {
        return database.read(session -> session.list(Product.class, Product.SQL, first, last));
    }

    @Override
    public void close() {
        database.close();
        metrics.close();
    }
}
