package io.heddle.contract.call;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Sends a second request to another instance when the first is late, and takes the answer that comes first.
///
/// Allowed on GET only. Hedges stay within the budget of the client.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Hedged {
    /// How long the first may take before the second is sent, for example `50ms`.
    String after();
}
