package io.heddle.kit.log;

import java.text.MessageFormat;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// Hands on what libraries log to java.util.logging, Helidon among them.
final class JulHandler extends Handler {
    /// Puts itself in the place of all other handlers.
    static void install() {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(new JulHandler());
    }

    @Override
    public void publish(LogRecord event) {
        String name = event.getLoggerName();
        LoggingEventBuilder log =
                LoggerFactory.getLogger(name == null ? "jul" : name).atLevel(level(event.getLevel()));
        log.setCause(event.getThrown()).log(message(event));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private static String message(LogRecord event) {
        String message = String.valueOf(event.getMessage());
        Object[] parameters = event.getParameters();
        if (parameters == null || parameters.length == 0) {
            return message;
        }
        try {
            return MessageFormat.format(message, parameters);
        } catch (IllegalArgumentException e) {
            return message;
        }
    }

    private static org.slf4j.event.Level level(Level level) {
        int severity = level.intValue();
        if (severity >= Level.SEVERE.intValue()) {
            return org.slf4j.event.Level.ERROR;
        }
        if (severity >= Level.WARNING.intValue()) {
            return org.slf4j.event.Level.WARN;
        }
        if (severity >= Level.INFO.intValue()) {
            return org.slf4j.event.Level.INFO;
        }
        return severity >= Level.FINE.intValue() ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.TRACE;
    }
}
