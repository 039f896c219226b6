package io.heddle.db.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.db.Engine;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.task.Deadline;
import io.heddle.kit.task.Fanout;
import io.heddle.kit.trace.Traces;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class MigrationsTest {
    private static final String FIRST =
            "-- author: Ada\ncreate table a (id int primary key);\ninsert into a values (1);";
    private static final String SECOND =
            "-- Adds b.\n-- Author:  Grace Hopper \n\ncreate table b (id int primary key);";

    @TempDir
    private Path folder;

    private final Engine engine;
    private DatabaseSettings settings;

    MigrationsTest(Engine engine) {
        this.engine = engine;
    }

    record Step(String version, String description, String installedBy, Instant installedOn, boolean success) {}

    @BeforeEach
    void open() {
        settings = engine.empty();
    }

    /// Steps in a jar of their own.
    private Migrations jar(Map<String, String> scripts) throws IOException {
        return jar("s", scripts);
    }

    private Migrations jar(String name, Map<String, String> scripts) throws IOException {
        String place = "db/migration/" + name + '/';
        Path jar = Files.createTempFile(folder, "steps", ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (String directory : List.of("db/", "db/migration/", place)) {
                out.putNextEntry(new ZipEntry(directory));
            }
            for (Map.Entry<String, String> script : scripts.entrySet()) {
                out.putNextEntry(new ZipEntry(place + script.getKey()));
                out.write(script.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        URL url = URI.create("jar:" + jar.toUri() + "!/").toURL();
        return Migrations.of(name)
                .from(new URLClassLoader(new URL[] {url}, getClass().getClassLoader()));
    }

    private <T> List<T> list(Class<T> type, String sql) {
        try (Database db = Database.open(settings, Traces.off(), Metrics.create())) {
            return db.read(session -> session.list(type, sql));
        }
    }

    private List<Step> steps() {
        return list(
                Step.class,
                "select version, description, installed_by, installed_on, success from schema_history_s"
                        + " where version is not null"
                        + " order by installed_rank");
    }

    @Test
    void stepsAreRunOnceInTheOrderOfTheirNumbersAndRecorded() throws Exception {
        Migrations migrations = jar(Map.of(
                "V1__make_a.sql",
                FIRST,
                "V2__make_b.sql",
                SECOND,
                "V10__add_to_b.sql",
                "insert into b values (10);",
                "V9__fill_b.sql",
                "-- author: Ada\ninsert into b values (9);"));
        assertThat(migrations.migrate(settings)).isEqualTo(4);
        assertThat(migrations.migrate(settings)).isZero();
        assertThat(steps()).extracting(Step::version).containsExactly("1", "2", "9", "10");
        assertThat(steps()).extracting(Step::installedBy).containsExactly("Ada", "Grace Hopper", "Ada", "s");
        assertThat(steps()).extracting(Step::description).containsExactly("make a", "make b", "fill b", "add to b");
        assertThat(steps()).allSatisfy(step -> {
            assertThat(step.success()).isTrue();
            assertThat(step.installedOn())
                    .isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(60));
        });
        assertThat(list(Integer.class, "select id from b order by id")).containsExactly(9, 10);
    }

    @Test
    void severalSchemasShareADatabase() throws Exception {
        Migrations one = jar(Map.of("V1__make_a.sql", FIRST));
        Migrations other = jar("other-s", Map.of("V1__make_b.sql", SECOND));

        assertThat(one.migrate(settings)).isEqualTo(1);
        assertThat(other.migrate(settings)).isEqualTo(1);
        assertThat(one.migrate(settings) + other.migrate(settings)).isZero();
        assertThat(steps()).extracting(Step::version).containsExactly("1");
        assertThat(list(Integer.class, "select count(*) from schema_history_other_s where version = '1'"))
                .containsExactly(1);
    }

    @Test
    void stepsInJavaTakeTheirPlace() throws Exception {
        Migrations migrations = jar(Map.of("V1__make_a.sql", FIRST, "V3__make_b.sql", SECOND))
                .with(new JavaStep("2", "double a", "Linus", connection -> {
                    try (var statement = connection.prepareStatement("insert into a select id + 1 from a")) {
                        statement.executeUpdate();
                    }
                }));
        assertThat(migrations.migrate(settings)).isEqualTo(3);
        assertThat(steps()).extracting(Step::installedBy).containsExactly("Ada", "Linus", "Grace Hopper");
        assertThat(list(Integer.class, "select id from a order by id")).containsExactly(1, 2);
    }

    @Test
    void aFailingStepIsNamedAndLeavesNoRecord() throws Exception {
        String broken = "create table c (id int primary key);\ninsert into nowhere values (1);";
        Migrations failing = jar(Map.of("V1__make_a.sql", FIRST, "V2__break_it.sql", broken, "V3__make_b.sql", SECOND));
        assertThatThrownBy(() -> failing.migrate(settings))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("the step 2 (break it) of the schema of s failed")
                .hasMessageContaining("nowhere");
        assertThat(steps()).extracting(Step::version).containsExactly("1");
        String mended = "create table if not exists c (id int primary key);\ninsert into c values (1);";
        Migrations good = jar(Map.of("V1__make_a.sql", FIRST, "V2__break_it.sql", mended, "V3__make_b.sql", SECOND));
        assertThat(good.migrate(settings)).isEqualTo(2);
        assertThat(steps()).extracting(Step::version).containsExactly("1", "2", "3");
    }

    @Test
    void aFailingStepInJavaIsRolledBack() throws Exception {
        Migrations migrations = jar(Map.of("V1__make_a.sql", FIRST))
                .with(new JavaStep("2", "fail", "Linus", connection -> {
                    try (var statement = connection.prepareStatement("insert into a values (7)")) {
                        statement.executeUpdate();
                    }
                    throw new java.sql.SQLException("not today");
                }));
        assertThatThrownBy(() -> migrations.migrate(settings))
                .hasMessageContaining("the step 2 (fail)")
                .hasMessageContaining("not today");
        assertThat(steps()).extracting(Step::version).containsExactly("1");
        assertThat(list(Integer.class, "select id from a")).containsExactly(1);
    }

    @Test
    void aStepThatWasChangedAfterItWasRunIsRefused() throws Exception {
        jar(Map.of("V1__make_a.sql", FIRST)).migrate(settings);
        Migrations changed = jar(Map.of("V1__make_a.sql", FIRST + "\ninsert into a values (2);"));
        assertThatThrownBy(() -> changed.migrate(settings))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("1 (make a)")
                .hasMessageContaining("checksum");
        assertThat(list(Integer.class, "select id from a")).containsExactly(1);
    }

    @Test
    void aSchemaThatIsOnlyCheckedIsNotChanged() throws Exception {
        Migrations migrations = jar(Map.of("V1__make_a.sql", FIRST));
        assertThatThrownBy(() -> migrations.migrate(settings.checkingOnly()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("1 (make a)");
        migrations.migrate(settings);
        assertThat(migrations.migrate(settings.checkingOnly())).isZero();
    }

    @Test
    void aNewerSchemaDoesNotKeepAnOlderProgramFromStarting() throws Exception {
        jar(Map.of("V1__make_a.sql", FIRST, "V2__make_b.sql", SECOND)).migrate(settings);
        assertThat(jar(Map.of("V1__make_a.sql", FIRST)).migrate(settings)).isZero();
    }

    @Test
    void aNameThatIsNoneIsRefused() throws Exception {
        Migrations wrong = jar(Map.of("V1_make_a.sql", FIRST));
        assertThatThrownBy(() -> wrong.migrate(settings)).isInstanceOf(MigrationException.class);
    }

    @Test
    void processesThatStartTogetherRunEachStepOnce() throws Exception {
        Migrations migrations = jar(Map.of(
                "V1__make_a.sql",
                FIRST,
                "V2__make_b.sql",
                SECOND,
                "V3__fill_b.sql",
                "insert into b values (1);",
                "V4__add_to_b.sql",
                "-- author: Ada\ninsert into b values (2);"));
        for (int round = 0; round < 5; round++) {
            DatabaseSettings own = engine.empty();
            settings = own;
            Callable<Integer> start = () -> migrations.migrate(own);
            List<Integer> run = Fanout.all(Deadline.in(Duration.ofSeconds(90)), Collections.nCopies(4, start));
            assertThat(run.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4);
            assertThat(steps()).extracting(Step::version).containsExactly("1", "2", "3", "4");
            assertThat(list(Integer.class, "select id from b order by id")).containsExactly(1, 2);
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaidToBe() {
        DatabaseSettings nowhere = DatabaseSettings.at("jdbc:mysql://127.0.0.1:1/none", "nobody", "secret-word");
        assertThatThrownBy(() -> Migrations.of("shop").migrate(nowhere))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("the schema of shop cannot be migrated")
                .hasMessageNotContaining("secret-word");
    }
}
