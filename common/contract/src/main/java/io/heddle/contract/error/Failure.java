package io.heddle.contract.error;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives a subclass of {@link ServiceException} its status and code on the wire.
///
/// A contract method that declares it in `throws` throws it at the caller too: the client knows it by its code and
/// makes it with the constructor `(String message)`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Failure {
    /// The HTTP status.
    Status status();

    /// The stable code, unique in its service.
    String code();
}
