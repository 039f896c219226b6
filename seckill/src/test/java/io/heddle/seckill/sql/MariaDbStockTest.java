package io.heddle.seckill.sql;

import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import io.heddle.seckill.contract.StockContract;
import io.heddle.seckill.sale.Stock;
import io.heddle.testkit.server.MariaDb;
import io.heddle.testkit.server.Schema;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The sale in a real MariaDB, in each form.
@ParameterizedClass
@EnumSource(SqlForm.class)
final class MariaDbStockTest extends StockContract {
    private static MariaDb maria;

    @Parameter
    SqlForm form;

    private Schema schema;
    private Database database;

    @BeforeAll
    static void startsMariaDb() {
        maria = MariaDb.start();
    }

    @AfterAll
    static void stopsMariaDb() {
        maria.close();
    }

    @Override
    protected Stock open(InstantSource clock) {
        schema = schema == null ? maria.schema() : schema;
        DatabaseSettings settings = DatabaseSettings.at(schema.url(), schema.user(), schema.password())
                .pool(Connections.patient());
        SqlStock.migrate(settings);
        database = Database.open(settings, Traces.off(), Metrics.create());
        return SqlStock.open(database, form, clock);
    }

    @Override
    protected void release() {
        database.close();
    }
}
