package io.heddle.kit.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashFieldNames;

/// The two ways to write an event.
final class Encoders {
    /// Nothing in a message moves the cursor of a terminal; the lines of a stack trace stay lines.
    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{24} "
            + "%replace(%msg %kvp{NONE} %mdc){'[\\p{Cc}\\p{Zl}\\p{Zp}]+', ' '}%n"
            + "%replace(%ex){'[\\p{Cc}&&[^\\r\\n\\t]]+', ' '}";

    private Encoders() {}

    static Encoder<ILoggingEvent> of(LogFormat format, LoggerContext context, String service) {
        return switch (format) {
            case CONSOLE -> console(context);
            case JSON -> json(context, service);
        };
    }

    private static Encoder<ILoggingEvent> console(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context, String service) {
        LogstashFieldNames names = new LogstashFieldNames();
        names.setLogger("logger");
        names.setThread("thread");
        names.setStackTrace("exception");
        names.setLevelValue(LogstashFieldNames.IGNORE_FIELD_INDICATOR);
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.setFieldNames(names);
        encoder.setTimeZone("UTC");
        encoder.setTimestampPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
        encoder.setCustomFields(
                "{\"hostname\":\"" + hostname() + "\",\"service\":\"" + service + "\",\"index\":\"" + service + "\"}");
        encoder.start();
        return encoder;
    }

    private static String hostname() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "_");
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
