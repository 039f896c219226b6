package io.heddle.db.migration;

import io.heddle.db.DatabaseSettings;
import io.heddle.db.pool.Address;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.output.ValidateResult;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The steps of one schema. Immutable.
///
/// Steps in SQL are the resources `db/migration/NAME/V<number>__<what_it_does>.sql` of the class path, each by one
/// author (`-- author: NAME` before the first statement). What was run is recorded in the table `schema_history_NAME`,
/// with version, description, checksum, author (`installed_by`) and time. Processes that start together wait for
/// each other: each step is run once.
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String HISTORY = "schema_history_";
    private static final String COLUMNS = """
             (installed_rank int not null primary key, version varchar(50), description varchar(200) not null,
             type varchar(20) not null, script varchar(1000) not null, checksum int, installed_by varchar(100) not null,
             installed_on timestamp default current_timestamp not null, execution_time int not null,
             success boolean not null)""";

    /// The row that Flyway locks on H2, where it has no other lock.
    private static final String FIRST_ROW = """
             (installed_rank, description, type, script, installed_by, execution_time, success)
             values (-1, '<< Flyway Schema History table created >>', 'TABLE', '', 'heddle', 0, true)""";

    private static final int LOCK_SECONDS = 120;

    private final String name;
    private final List<JavaStep> steps;
    private final ClassLoader loader;

    private Migrations(String name, List<JavaStep> steps, ClassLoader loader) {
        this.name = name;
        this.steps = steps;
        this.loader = loader;
    }

    /// The steps in `db/migration/NAME`.
    public static Migrations of(String name) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return new Migrations(name, List.of(), context == null ? Migrations.class.getClassLoader() : context);
    }

    /// The same with steps in Java, which take their place among the others by their numbers.
    public Migrations with(JavaStep... more) {
        List<JavaStep> all = new ArrayList<>(steps);
        all.addAll(Arrays.asList(more));
        return new Migrations(name, List.copyOf(all), loader);
    }

    /// The same with the resources of another class loader.
    public Migrations from(ClassLoader other) {
        return new Migrations(name, steps, other);
    }

    /// Brings the schema up to date; where the settings say not to, only checks that it is.
    ///
    /// A step that fails leaves no record, and later ones are not run. MariaDB, MySQL and H2 commit each change of
    /// a schema at once: what the failed step changed before stays, so a step should make one such change.
    ///
    /// @return how many steps were run
    /// @throws MigrationException when a step fails, was changed after it was run, is missing, or the database is
    ///     away
    public int migrate(DatabaseSettings settings) {
        try {
            Flyway flyway = flyway(settings).load();
            if (settings.migrate()) {
                beginHistory(settings, flyway);
            }
            check(flyway.validateWithResult(), settings.migrate());
            return settings.migrate() ? run(settings, flyway) : 0;
        } catch (FlywayException e) {
            throw new MigrationException("the schema of " + name + " cannot be migrated: " + root(e), e);
        }
    }

    private FluentConfiguration flyway(DatabaseSettings settings) {
        Address address = settings.address().patient();
        return Flyway.configure(loader)
                .dataSource(address.url(), address.user(), address.password())
                .jdbcProperties(address.properties())
                .locations("classpath:" + folder())
                .javaMigrations(steps.stream().map(Coded::new).toArray(JavaMigration[]::new))
                .table(history())
                .loggers("slf4j")
                .validateMigrationNaming(true)
                .lockRetryCount(LOCK_SECONDS)
                .placeholderReplacement(false);
    }

    /// Makes the table of the history where there is none, with the columns that Flyway gives it. Flyway itself would
    /// refuse a database where others have their tables, or mark it in a way that fails when two processes do it.
    private void beginHistory(DatabaseSettings settings, Flyway flyway) {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists " + history() + COLUMNS);
            if (settings.address().type().equals("h2")) {
                statement.execute("insert ignore into " + history() + FIRST_ROW);
            }
        } catch (SQLException e) {
            throw new MigrationException("the schema of " + name + " cannot be migrated: " + root(e), e);
        }
    }

    /// Each schema has a history of its own, so that several may share a database.
    private String history() {
        return HISTORY + name.replaceAll("[^A-Za-z0-9_]", "_");
    }

    private String folder() {
        return "db/migration/" + name;
    }

    /// Steps that have yet to be run are no fault where they will be.
    private void check(ValidateResult result, boolean run) {
        String faults = result.invalidMigrations.stream()
                .filter(step -> !(run && step.errorDetails.errorCode.toString().contains("RESOLVED")))
                .map(step -> step.version + " (" + step.description + "): " + step.errorDetails.errorMessage.strip())
                .collect(Collectors.joining("; "));
        if (!faults.isEmpty()) {
            throw new MigrationException("the schema of " + name + " does not fit: " + faults, null);
        }
    }

    /// Runs what is left, author by author, because Flyway records one author a run.
    private int run(DatabaseSettings settings, Flyway flyway) {
        Authors authors = new Authors(loader, folder(), name, steps);
        int done = 0;
        for (List<MigrationInfo> group : groups(flyway, authors)) {
            MigrationVersion last = group.getLast().getVersion();
            Flyway part = flyway(settings)
                    .installedBy(authors.of(group.getLast()))
                    .target(last)
                    .load();
            done += runPart(part);
        }
        LOG.atInfo().addKeyValue("schema", name).addKeyValue("steps", done).log("the schema is up to date");
        return done;
    }

    private static List<List<MigrationInfo>> groups(Flyway flyway, Authors authors) {
        List<List<MigrationInfo>> groups = new ArrayList<>();
        Optional<String> author = Optional.empty();
        for (MigrationInfo step : flyway.info().pending()) {
            Optional<String> next = Optional.of(authors.of(step));
            if (!next.equals(author)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(step);
            author = next;
        }
        return groups;
    }

    private int runPart(Flyway part) {
        try {
            return part.migrate().migrationsExecuted;
        } catch (FlywayMigrateException e) {
            forgetFailure(part);
            MigrationInfo step = e.getMigration();
            throw new MigrationException(
                    "the step " + step.getVersion() + " (" + step.getDescription() + ") of the schema of " + name
                            + " failed: " + root(e) + ". It is not recorded and will be tried again; what it changed"
                            + " of the schema before it failed is still there",
                    e);
        }
    }

    /// Where schemas are not changed in a transaction, Flyway records a failure, which would be in the way.
    private void forgetFailure(Flyway part) {
        try (Connection connection = part.getConfiguration().getDataSource().getConnection();
                var statement = connection.prepareStatement("delete from " + history() + " where success = ?")) {
            statement.setBoolean(1, false);
            statement.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new MigrationException("a failed step could not be taken out of " + history(), e);
        }
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof SQLException)) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).strip();
    }
}
