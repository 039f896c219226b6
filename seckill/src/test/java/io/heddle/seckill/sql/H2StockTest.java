package io.heddle.seckill.sql;

import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import io.heddle.seckill.contract.StockContract;
import io.heddle.seckill.sale.Stock;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The sale in an H2 file, in each form.
@ParameterizedClass
@EnumSource(SqlForm.class)
final class H2StockTest extends StockContract {
    @TempDir
    Path folder;

    @Parameter
    SqlForm form;

    private Database database;

    @Override
    protected Stock open(InstantSource clock) {
        DatabaseSettings settings =
                DatabaseSettings.inFile(folder.resolve("sale")).pool(Connections.patient());
        SqlStock.migrate(settings);
        database = Database.open(settings, Traces.off(), Metrics.create());
        return SqlStock.open(database, form, clock);
    }

    @Override
    protected void release() {
        database.close();
    }
}
