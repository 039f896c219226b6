/// Names: from Java to the wire, and fresh ones for generated code. The door is {@link
/// io.heddle.processor.naming.Names}.
@NullMarked
package io.heddle.processor.naming;

import org.jspecify.annotations.NullMarked;
