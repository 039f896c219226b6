package io.heddle.kit.logged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.logged.VaultApi.Account;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.trace.Traces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// The log of generated clients and routes, over real HTTP.
final class VaultTest {
    private static final String HIDDEN = "h1dd3n";

    private final Logger logger = (Logger) LoggerFactory.getLogger("call");
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final HttpServer server = HttpServer.builder(ServerSettings.onPort(0))
            .routes(new VaultApiRoutes(new Vault()))
            .open();
    private final Clients clients = Clients.open(
            ClientSettings.standard(),
            _ -> new Targets("vault", List.of(Target.of("127.0.0.1", server.port()))),
            Traces.off(),
            Metrics.create());
    private final VaultApi api = clients.of(VaultApi.class);

    private static final class Vault implements VaultApi {
        @Override
        public String open(Account account, String authorization) {
            return account.name();
        }

        @Override
        public void fail(String how) {
            throw how.equals("told")
                    ? new ServiceException(Status.CONFLICT, "TAKEN", "the name is taken", List.of())
                    : new IllegalStateException("a bug");
        }

        @Override
        public String quiet(String text) {
            return text;
        }
    }

    @BeforeEach
    void listen() {
        appender.list = new CopyOnWriteArrayList<>();
        appender.start();
        root.addAppender(appender);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void close() {
        root.detachAppender(appender);
        clients.close();
        server.close();
    }

    private static Account account(String name, List<Account> members) {
        return new Account(
                name, HIDDEN, HIDDEN, Map.of("colour", "red", "api_key", HIDDEN), members, Optional.of("hi\nthere"));
    }

    @Test
    void logsEachCallOnceOnEachSideWithAllThatIsKnownOfIt() {
        api.open(account("Ann", List.of(account("Bob", List.of()))), "Bearer " + HIDDEN);

        Map<String, Map<String, Object>> sides = events(2);
        assertThat(sides).containsOnlyKeys("client", "server");
        assertThat(sides.get("server"))
                .containsEntry("method", "VaultApi.open")
                .containsEntry("type", "account")
                .containsEntry("category", "write")
                .containsEntry("detail", "by hand")
                .containsEntry("description", "Opens an account")
                .containsEntry("outcome", "ok")
                .containsKey("duration_us");
        assertThat(String.valueOf(sides.get("client").get("arguments")))
                .startsWith("account={name=\"Ann\", password=******, birth_name=******, settings={")
                .contains("colour=\"red\"", "api_key=******", "members=[{name=\"Bob\"", "remark=\"hi there\"")
                .endsWith("authorization=******");
    }

    @Test
    void writesNoSecretIntoAnyLine() {
        api.open(account("Ann", List.of(account("Bob", List.of()))), "Bearer " + HIDDEN);

        events(2);
        assertThat(appender.list)
                .allSatisfy(event -> assertThat(event.getFormattedMessage() + event.getKeyValuePairs())
                        .doesNotContain(HIDDEN));
    }

    @Test
    void saysWhatCameOfACallThatFailed() {
        assertThatThrownBy(() -> api.fail("told")).hasMessage("the name is taken");

        assertThat(events(2))
                .allSatisfy((side, fields) -> assertThat(fields)
                        .containsEntry("outcome", "error")
                        .containsEntry("status", 409)
                        .containsEntry("code", "TAKEN"));
        assertThat(appender.list)
                .filteredOn(event -> event.getLoggerName().equals("call"))
                .allSatisfy(event -> assertThat(event.getLevel()).isEqualTo(Level.WARN));
    }

    @Test
    void tellsAnUnforeseenFailureFromOneThatWasToldToTheCaller() {
        assertThatThrownBy(() -> api.fail("bug")).isInstanceOf(ServiceException.class);

        Map<String, Map<String, Object>> sides = events(2);
        assertThat(sides.get("server")).containsEntry("outcome", "failed").doesNotContainKey("status");
        assertThat(sides.get("client")).containsEntry("outcome", "error").containsEntry("status", 500);
    }

    @Test
    void leavesOutWhatTheSettingsLeaveOut() {
        assertThat(api.quiet("a")).isEqualTo("a");
        assertThat(appender.list).noneMatch(event -> event.getLoggerName().equals("call"));

        logger.setLevel(Level.DEBUG);
        assertThat(api.quiet("a")).isEqualTo("a");
        assertThat(events(2)).hasSize(2);
    }

    /// The fields of the events of calls, by side. That of the server may come after the answer.
    private Map<String, Map<String, Object>> events(int count) {
        Awaitility.await()
                .until(() -> appender.list.stream()
                                .filter(event -> event.getLoggerName().equals("call"))
                                .count()
                        == count);
        return appender.list.stream()
                .filter(event -> event.getLoggerName().equals("call"))
                .map(event -> event.getKeyValuePairs().stream()
                        .collect(Collectors.toMap(pair -> pair.key, pair -> pair.value)))
                .collect(Collectors.toMap(fields -> String.valueOf(fields.get("side")), fields -> fields));
    }
}
