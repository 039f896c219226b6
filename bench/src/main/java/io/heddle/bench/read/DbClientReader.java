package io.heddle.bench.read;

import com.zaxxer.hikari.HikariDataSource;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbRow;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Helidon's client alone. Its rows hold objects; a column that is NULL must not be asked for at this version, so
/// that all notes here are texts.
final class DbClientReader implements Reader {
    private final HikariDataSource pool;
    private final DbClient client;

    DbClientReader(HikariDataSource pool) {
        this.pool = pool;
        this.client = JdbcClientBuilder.create()
                .connectionPool(() -> connection(pool))
                .build();
    }

    private static Connection connection(HikariDataSource pool) {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException("no connection", e);
        }
    }

    @Override
    public List<Product> read(long first, long last) {
        try (Stream<DbRow> rows = client.execute()
                .createNamedQuery("products", Product.SQL)
                .params(first, last)
                .execute()) {
            return rows.map(DbClientReader::product).toList();
        }
    }

    private static Product product(DbRow row) {
        return new Product(
                row.column(1).get(Long.class),
                row.column(2).get(String.class),
                row.column(3).get(BigDecimal.class),
                row.column(4).get(Integer.class),
                Optional.of(row.column(5).get(String.class)));
    }

    @Override
    public void close() {
        client.close();
        pool.close();
    }
}
