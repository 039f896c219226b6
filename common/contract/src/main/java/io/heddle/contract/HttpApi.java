package io.heddle.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a public interface as the contract of a service.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface HttpApi {
    /// The name under which the service registers: lower case letters, digits and dashes, see {@link ServiceName}.
    String value();

    /// A path put before every template of the interface, for example `/v1`.
    String path() default "";

    /// The tags of its operations in the OpenAPI document; the simple name of the interface when empty.
    String[] tags() default {};
}
