package io.heddle.contract.call;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The longest that a call may take, all its tries together; a shorter deadline of the caller wins.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Timeout {
    /// A duration such as `300ms` or `2s`, longer than zero and at most an hour.
    String value();

    /// The longest that one try may take; no limit of its own when empty.
    String perTry() default "";
}
