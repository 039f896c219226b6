package io.heddle.contract.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Takes the parameter from a field of an `application/x-www-form-urlencoded` body. On a record, each component becomes
/// a field.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Form {
    /// The name on the wire; that of the parameter in snake_case when empty.
    String value() default "";
}
