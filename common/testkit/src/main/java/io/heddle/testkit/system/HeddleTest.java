package io.heddle.testkit.system;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Gives each test of the class what its parameters ask for, and closes it after the test:
///
/// - a {@link TestSystem};
/// - a {@link io.heddle.testkit.server.Schema}: an empty database in memory (H2), or on a real MariaDB that all tests
///   of the run share when the parameter is marked {@link OnMariaDb}.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Parameters.class)
public @interface HeddleTest {}
