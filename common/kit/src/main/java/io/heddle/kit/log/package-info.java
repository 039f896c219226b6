/// Where log events go: JSON lines or a console for people, and a rotating file, by a bounded queue that never
/// holds up the work. Libraries that log to java.util.logging come out here too. The door is {@link
/// io.heddle.kit.log.Logs}. Floor 1: stands on trace.
@NullMarked
package io.heddle.kit.log;

import org.jspecify.annotations.NullMarked;
