package io.heddle.contract.log;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Logs each call of a contract method, where it is made and where it is served: its name, its arguments with secrets
/// masked, how long it took, and what came of it. Both sides are generated.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Logged {
    /// The kind of event, a field of it unless empty.
    String type() default "";

    /// The group of events it belongs to, a field of it unless empty.
    String category() default "";

    /// What matters of it, a field of it unless empty.
    String detail() default "";

    /// What it is about in words, a field of it unless empty.
    String description() default "";

    /// Whether the call makes a span of its own within the trace that is going on.
    boolean tracing() default true;

    /// How severe the event is; one that the settings leave out costs nothing.
    Level level() default Level.INFO;

    /// The levels of the log.
    enum Level {
        TRACE,
        DEBUG,
        INFO,
        WARN,
        ERROR
    }
}
