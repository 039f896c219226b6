package io.heddle.bench.read;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// As one writes it by hand.
record JdbcReader(HikariDataSource pool) implements Reader {
    @Override
    public List<Product> read(long first, long last) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(Product.SQL)) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            try (ResultSet rows = statement.executeQuery()) {
                List<Product> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(new Product(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getBigDecimal(3),
                            rows.getInt(4),
                            Optional.ofNullable(rows.getString(5))));
                }
                return all;
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
