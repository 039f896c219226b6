package io.heddle.kit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.trace.TraceSpan;
import io.heddle.kit.trace.Traces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LogsTest {
    private static final Logger LOG = LoggerFactory.getLogger("io.heddle.Sample");

    @TempDir
    Path folder;

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @BeforeEach
    void catchConsole() {
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveConsoleBack() {
        System.setOut(before);
    }

    @Test
    void writesOneJsonObjectALineWithTheFieldsOfElasticsearch() throws IOException {
        log(
                json(),
                () -> LOG.atError()
                        .addKeyValue("order", 7)
                        .setCause(new IllegalStateException("broken"))
                        .log("it failed\nbadly"));

        JsonNode event = events().getFirst();
        assertThat(event.get("@timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(event.get("@version").asString()).isEqualTo("1");
        assertThat(event.get("message").asString()).isEqualTo("it failed\nbadly");
        assertThat(event.get("exception").asString()).contains("IllegalStateException: broken");
        assertThat(event.get("logger").asString()).isEqualTo("io.heddle.Sample");
        assertThat(event.get("level").asString()).isEqualTo("ERROR");
        assertThat(event.get("order").asInt()).isEqualTo(7);
        assertThat(event.get("service").asString()).isEqualTo("sample");
        assertThat(event.get("index").asString()).isEqualTo("sample");
        assertThat(event.get("thread").asString()).isNotNull();
        assertThat(event.get("hostname").asString()).isNotEmpty();
        assertThat(event.has("trace_id")).isFalse();
    }

    @Test
    void takesTheTraceOfTheThreadThatLogs() throws IOException {
        Map<String, String> headers = Map.of("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        TraceSpan span = Traces.off().server("x", headers::get);

        log(
                json(),
                () -> span.call(() -> {
                    LOG.info("within");
                    return span;
                }));

        assertThat(events().getFirst().get("trace_id").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(events().getFirst().get("span_id").asString()).isEqualTo("00f067aa0ba902b7");
    }

    @Test
    void writesOneLineForPeopleWhateverIsInIt() throws IOException {
        log(
                LogSettings.console(),
                () -> LOG.atInfo().addKeyValue("who", "a\r\nb").log("hello\nthere"));

        assertThat(console.toString(StandardCharsets.UTF_8).lines().toList())
                .singleElement()
                .asString()
                .contains(" INFO  ", "Sample", "hello there who=a b");
    }

    @Test
    void writesNothingThatATerminalWouldObey() throws IOException {
        String odd = "a\u001b[2J\u009b2J\u0007\u007f\u0000\u2028b";
        log(
                LogSettings.console(),
                () -> LOG.atError()
                        .addKeyValue("who", odd)
                        .setCause(new IllegalStateException(odd))
                        .log(odd));

        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("ERROR", "a [2J 2J b who=a [2J 2J b", "IllegalStateException: a [2J 2J ", "\tat ")
                .doesNotContainPattern("[\\p{Cc}&&[^\\r\\n\\t]]");
    }

    @Test
    void takesInWhatLibrariesLogToJul() throws IOException {
        log(json(), () -> System.getLogger("library").log(System.Logger.Level.WARNING, "part {0} is old", "x"));

        assertThat(events().getFirst().get("message").asString()).isEqualTo("part x is old");
        assertThat(events().getFirst().get("level").asString()).isEqualTo("WARN");
    }

    @Test
    void dropsAndCountsWhatDoesNotFit() {
        LogSettings small = new LogSettings(LogFormat.JSON, "info", "warn", "", 100_000, 1, 16);
        try (Logs logs = Logs.open(small, "sample")) {
            for (int i = 0; i < 200_000 && logs.dropped() == 0; i++) {
                LOG.info("again");
            }
            assertThat(logs.dropped()).isPositive();
        }
    }

    @Test
    void keepsOnlyWhatIsSevereEnough() throws IOException {
        log(json(), () -> {
            LOG.debug("detail");
            LOG.info("news");
        });

        assertThat(events()).hasSize(1);
    }

    @Test
    void keepsOfLibrariesOnlyWhatTheirOwnLevelSays() throws IOException {
        Logger library = LoggerFactory.getLogger("org.flywaydb.core.Flyway");
        log(json(), () -> {
            library.info("chatter");
            library.warn("trouble");
        });

        assertThat(events()).hasSize(1);
    }

    @Test
    void aFileThatIsFullIsKeptCompressedAndAnotherBegun() throws IOException {
        Path file = folder.resolve("small.json");
        LogSettings small = new LogSettings(LogFormat.JSON, "info", "warn", file.toString(), 4096, 3, 1024);
        try (Logs logs = Logs.open(small, "sample")) {
            Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> {
                LOG.info("one of many lines that fill a file");
                return kept().count() >= 2;
            });
            assertThat(logs.dropped()).isZero();
        }
        assertThat(Files.size(file)).isLessThan(16_384);
    }

    private Stream<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(".gz")).toList().stream();
        }
    }

    @Test
    void aLevelIsChangedWhileItRuns() throws IOException {
        try (Logs logs = Logs.open(json(), "sample")) {
            LOG.debug("before");
            logs.level("debug");
            LOG.debug("after");
        }

        assertThat(events()).hasSize(1);
        assertThat(events().getFirst().get("message").asString()).isEqualTo("after");
    }

    @Test
    void refusesALevelThatIsNone() {
        assertThatThrownBy(() -> new LogSettings(LogFormat.JSON, "loud", "warn", "", 100_000, 1, 16))
                .hasMessageContaining("level must be")
                .hasMessageContaining("not loud");
        assertThatThrownBy(() -> new LogSettings(LogFormat.JSON, "info", "loud", "", 100_000, 1, 16))
                .hasMessageContaining("libraries must be");
    }

    private LogSettings json() {
        return new LogSettings(
                LogFormat.JSON, "info", "warn", folder.resolve("log.json").toString(), 100_000, 1, 1024);
    }

    private static void log(LogSettings settings, Runnable work) {
        try (Logs logs = Logs.open(settings, "sample")) {
            work.run();
            assertThat(logs.dropped()).isZero();
        }
    }

    private List<JsonNode> events() throws IOException {
        JsonMapper mapper = new JsonMapper();
        return Files.readAllLines(folder.resolve("log.json")).stream()
                .map(mapper::readTree)
                .toList();
    }
}
