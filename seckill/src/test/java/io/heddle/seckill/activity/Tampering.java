package io.heddle.seckill.activity;

import io.heddle.testkit.server.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Somebody with a client of the database.
public final class Tampering {
    private final Schema schema;

    private Tampering(Schema schema) {
        this.schema = schema;
    }

    public static Tampering with(Schema schema) {
        return new Tampering(schema);
    }

    public void sql(String statement) {
        try (Connection connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password());
                Statement run = connection.createStatement()) {
            run.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long number(String query) {
        try (Connection connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password());
                Statement run = connection.createStatement();
                ResultSet row = run.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
