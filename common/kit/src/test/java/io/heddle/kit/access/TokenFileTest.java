package io.heddle.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class TokenFileTest {
    private static final Scopes SCOPES = new Scopes("registry", List.of("read", "admin"));

    @TempDir
    Path folder;

    private final Logger logger = (Logger) LoggerFactory.getLogger(TokenFile.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    private Map<String, String> tokens() {
        return new TokenFile(folder, SCOPES, new PrintStream(terminal, true, StandardCharsets.UTF_8)).tokens();
    }

    private String shown() {
        return terminal.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsNewTokensOnTheTerminalOnceAndInTheLogNever() {
        Map<String, String> made = tokens();

        assertThat(shown())
                .contains("read " + made.get("read"), "admin " + made.get("admin"))
                .contains("registry.tokens");
        assertThat(log.list).hasSize(1);
        String event =
                log.list.getFirst().getFormattedMessage() + log.list.getFirst().getKeyValuePairs();
        assertThat(event).contains("registry.tokens").doesNotContain(made.values());

        terminal.reset();
        assertThat(tokens()).isEqualTo(made);
        assertThat(shown()).isEmpty();
        assertThat(log.list).hasSize(1);
    }
}
