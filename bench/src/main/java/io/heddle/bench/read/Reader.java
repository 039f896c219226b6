package io.heddle.bench.read;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.heddle.db.DatabaseSettings;
import java.sql.SQLException;
import java.util.List;

/// A way to read rows into records.
interface Reader extends AutoCloseable {
    /// The rows with these keys.
    List<Product> read(long first, long last) throws SQLException;

    @Override
    void close();

    /// A way by its name.
    static Reader named(String name, DatabaseSettings settings) {
        return switch (name) {
            case "plain-jdbc" -> new JdbcReader(pool(settings));
            case "helidon-dbclient" -> new DbClientReader(pool(settings));
            case "kit" -> new KitReader(settings);
            default -> throw new IllegalArgumentException("no way to read by the name of " + name);
        };
    }

    /// A pool as the kit's own.
    private static HikariDataSource pool(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.address().url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        settings.address().properties().forEach(config::addDataSourceProperty);
        config.setMaximumPoolSize(settings.pool().size());
        config.setMinimumIdle(settings.pool().idle());
        return new HikariDataSource(config);
    }
}
