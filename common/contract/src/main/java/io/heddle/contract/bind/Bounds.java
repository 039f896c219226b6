package io.heddle.contract.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The smallest and the largest value that a number may have, both allowed: a setting, or a parameter that is a text of
/// the request.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Bounds {
    /// The smallest value.
    long min() default Long.MIN_VALUE;

    /// The largest value.
    long max() default Long.MAX_VALUE;
}
