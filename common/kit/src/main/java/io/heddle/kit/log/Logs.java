package io.heddle.kit.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/// The logs of this process. There is one set of logs in a process: the last one opened.
public final class Logs implements AutoCloseable {
    private static final List<String> LIBRARIES = List.of("io.helidon", "org.flywaydb", "com.zaxxer.hikari");

    private final QueueAppender appender;

    private Logs(QueueAppender appender) {
        this.appender = appender;
    }

    /// Sends all events of the process where the settings say.
    ///
    /// @param service the name that each event carries: letters, digits, dashes
    /// @throws IllegalArgumentException when the level or the service name is none
    public static Logs open(LogSettings settings, String service) {
        if (!service.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("a service name has letters, digits, dots and dashes: " + service);
        }
        LoggerContext context = context();
        context.reset();
        QueueAppender appender = new QueueAppender(settings.queue(), targets(settings, context, service));
        appender.setContext(context);
        appender.setName("queue");
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(parsed(settings.level()));
        LIBRARIES.forEach(name -> context.getLogger(name).setLevel(parsed(settings.libraries())));
        root.addAppender(appender);
        appender.start();
        JulHandler.install();
        return new Logs(appender);
    }

    /// Changes the least severe events that are kept.
    ///
    /// @throws IllegalArgumentException when the level is none
    public void level(String name) {
        context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(parsed(name));
    }

    /// How many events were dropped because they came faster than they could be written.
    public long dropped() {
        return appender.dropped();
    }

    /// Writes what waits, for two seconds at most, and ends.
    @Override
    public void close() {
        appender.stop();
    }

    private static LoggerContext context() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context) {
            return context;
        }
        throw new IllegalStateException("logback must be the only logging library on the class path");
    }

    private static List<Appender<ILoggingEvent>> targets(LogSettings settings, LoggerContext context, String service) {
        List<Appender<ILoggingEvent>> targets = new ArrayList<>();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setEncoder(Encoders.of(settings.format(), context, service));
        console.start();
        targets.add(console);
        if (!settings.file().isEmpty()) {
            targets.add(file(settings, context, service));
        }
        return targets;
    }

    private static Appender<ILoggingEvent> file(LogSettings settings, LoggerContext context, String service) {
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        file.setContext(context);
        file.setFile(settings.file());
        file.setEncoder(Encoders.of(LogFormat.JSON, context, service));
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(settings.file() + ".%d{yyyy-MM-dd}.%i.gz");
        policy.setMaxFileSize(new FileSize(settings.fileSize()));
        policy.setMaxHistory(settings.fileCount());
        policy.setTotalSizeCap(new FileSize(settings.fileSize() * (settings.fileCount() + 1L)));
        policy.start();
        file.setRollingPolicy(policy);
        file.start();
        return file;
    }

    private static Level parsed(String name) {
        Level level = Level.toLevel(name, null);
        if (level == null) {
            throw new IllegalArgumentException("log level must be trace, debug, info, warn, error or off, not " + name);
        }
        return level;
    }
}
