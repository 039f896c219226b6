/// What generated code logs the calls of a method with. The door is {@link io.heddle.kit.logged.MethodLog}. Floor 2:
/// stands on trace.
@NullMarked
package io.heddle.kit.logged;

import org.jspecify.annotations.NullMarked;
