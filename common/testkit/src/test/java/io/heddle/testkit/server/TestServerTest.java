package io.heddle.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
final class TestServerTest {
    @Test
    void mariaDbKeepsWhatWasCommittedWhenItIsKilled() throws SQLException {
        try (MariaDb maria = MariaDb.start()) {
            Schema schema = maria.schema();
            try (Connection connection = open(schema)) {
                connection.createStatement().execute("CREATE TABLE word (text VARCHAR(20))");
                connection.createStatement().execute("INSERT INTO word VALUES ('gr\u00fc\u00df \uD83D\uDE00')");
            }
            maria.server().kill();
            assertThat(maria.server().alive()).isFalse();
            assertThatThrownBy(() -> open(schema)).isInstanceOf(SQLException.class);
            maria.server().restart();
            assertThat(maria.sql("SELECT text FROM t1.word")).isEqualTo("gr\u00fc\u00df \uD83D\uDE00");
        }
    }

    @Test
    void aSchemaIsClosedToTheUserOfAnother() {
        try (MariaDb maria = MariaDb.start()) {
            Schema one = maria.schema();
            Schema other = maria.schema();
            assertThatThrownBy(() -> open(new Schema(one.url(), other.user(), other.password())))
                    .hasMessageContaining("Access denied");
        }
    }

    @Test
    void redisKeepsWhatItAcknowledged() {
        try (TestServer redis = TestServer.redis()) {
            assertThat(Probe.line(redis.port(), "SET word kept\r\n", "+OK")).isTrue();
            redis.kill();
            assertThat(Probe.line(redis.port(), "PING\r\n", "+PONG")).isFalse();
            redis.restart();
            assertThat(Probe.line(redis.port(), "STRLEN word\r\n", ":4")).isTrue();
        }
    }

    @Test
    void etcdAnswersAfterItHung() {
        try (TestServer etcd = TestServer.etcd()) {
            etcd.pause();
            etcd.resume();
            assertThat(Probe.answers("http://127.0.0.1:" + etcd.port() + "/version"))
                    .isTrue();
        }
    }

    @Test
    void zipkinCollects() {
        try (TestServer zipkin = TestServer.zipkin()) {
            assertThat(Probe.answers("http://127.0.0.1:" + zipkin.port() + "/api/v2/services"))
                    .isTrue();
            zipkin.stop();
            assertThat(zipkin.alive()).isFalse();
        }
    }

    private static Connection open(Schema schema) throws SQLException {
        return DriverManager.getConnection(schema.url(), schema.user(), schema.password());
    }
}
