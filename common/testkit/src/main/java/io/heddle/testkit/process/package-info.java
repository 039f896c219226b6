/// Services as real processes, to be killed, paused and started again. The door is
/// {@link io.heddle.testkit.process.ServiceProcess}. Stands on the JDK only.
@NullMarked
package io.heddle.testkit.process;

import org.jspecify.annotations.NullMarked;
