/// The product as its users run it: real processes, killed, hung and started anew under load; the launcher; the jars.
/// Each test here needs the jars of all services, which is why they are in the last module.
/// Stands on the testkit.
@NullMarked
package io.heddle.bench.system;

import org.jspecify.annotations.NullMarked;
