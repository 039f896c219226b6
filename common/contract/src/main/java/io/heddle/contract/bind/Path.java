package io.heddle.contract.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Takes the parameter from the path template; needed only to change the name or to allow slashes.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Path {
    /// The name of the placeholder; that of the parameter when empty.
    String value() default "";

    /// Whether the value may hold slashes, sent as `%2F`. Otherwise such a value is refused before it is sent.
    boolean encoded() default false;
}
