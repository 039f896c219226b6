package io.heddle.db;

import io.heddle.contract.bind.Default;
import io.heddle.db.pool.Address;
import io.heddle.db.pool.PoolSettings;
import io.heddle.db.watch.WatchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A database and how it is used.
///
/// @param url the JDBC URL of the primary, `jdbc:h2:` or `jdbc:mysql:` (which is MariaDB's too)
/// @param user the name to log in with
/// @param password the password
/// @param replicas the JDBC URLs of copies that reads go to, with the same user and password
/// @param migrate whether this process brings the schema up to date when it starts; when not, it only checks it
/// @param pool the connections
/// @param statement limits of statements, and what is logged of them
public record DatabaseSettings(
        String url,
        @Default("") String user,
        @Default("") String password,
        List<String> replicas,
        @Default("true") boolean migrate,
        PoolSettings pool,
        WatchSettings statement) {
    private static final Duration GRACE = Duration.ofSeconds(5);

    /// Checks the URLs and copies them in.
    ///
    /// @throws IllegalArgumentException when a URL is of neither kind
    public DatabaseSettings {
        replicas = List.copyOf(replicas);
        Address.Times times = new Address.Times(pool.connect(), statement.timeout());
        Address.of(url, user, password, times);
        replicas.forEach(replica -> Address.of(replica, user, password, times));
    }

    /// A database with defaults for the rest.
    public static DatabaseSettings at(String url, String user, String password) {
        return new DatabaseSettings(
                url, user, password, List.of(), true, PoolSettings.standard(), WatchSettings.standard());
    }

    /// An H2 database in memory, which lives as long as the process.
    public static DatabaseSettings inMemory(String name) {
        return at("jdbc:h2:mem:" + name, "sa", "");
    }

    /// An H2 database in a file. What is committed there survives the end of the process at any moment.
    public static DatabaseSettings inFile(Path file) {
        return at("jdbc:h2:file:" + file.toAbsolutePath(), "sa", "");
    }

    /// The same with other connections.
    public DatabaseSettings pool(PoolSettings connections) {
        return new DatabaseSettings(url, user, password, replicas, migrate, connections, statement);
    }

    /// The same with other limits of statements.
    public DatabaseSettings statement(WatchSettings limits) {
        return new DatabaseSettings(url, user, password, replicas, migrate, pool, limits);
    }

    /// The same with replicas.
    public DatabaseSettings replicas(List<String> urls) {
        return new DatabaseSettings(url, user, password, urls, migrate, pool, statement);
    }

    /// The same, with the schema only checked at the start.
    public DatabaseSettings checkingOnly() {
        return new DatabaseSettings(url, user, password, replicas, false, pool, statement);
    }

    /// Where the primary is.
    public Address address() {
        return address(url);
    }

    /// Where a server is, reached as the primary is.
    Address address(String other) {
        Duration silence = statement.timeout().plus(GRACE);
        return Address.of(other, user, password, new Address.Times(pool.connect(), silence));
    }

    /// Never shows the password, nor what may be one in a URL.
    @Override
    public String toString() {
        return "DatabaseSettings[" + address() + ", replicas="
                + replicas.stream().map(this::address).toList() + ", migrate=" + migrate + ", " + pool + ", "
                + statement + "]";
    }
}
