package io.heddle.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Serves the method at `DELETE` and a path template.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Delete {
    /// The path template: literal segments, `{name}` for one segment, a last `{name:+}` for all that is left.
    String value();
}
