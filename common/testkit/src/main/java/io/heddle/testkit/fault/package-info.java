/// Faults on the way to a server: a relay of bytes that delays, resets, cuts, hangs or answers in the server's
/// place. The door is {@link io.heddle.testkit.fault.FaultyRelay}.
@NullMarked
package io.heddle.testkit.fault;

import org.jspecify.annotations.NullMarked;
